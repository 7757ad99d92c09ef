import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ToldRecords,
  type Acknowledgement,
  type PresentedRecord,
  type ToldRecord,
} from '../../acknowledgements/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { representativeChangeMachine } from '../domain/representative-change.js';
import { OfficerStore } from '../store/officer.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { RepresentativeChangeStore } from '../store/representative-change.store.js';
import { ConfirmationLetter } from './confirmation-letter.js';

export const REPRESENTATIVE_CHANGE = 'representative-change';

/** 代表者の変更: with the answer to it the list of officers names the other representative, and letters from then on do. */
@Injectable()
export class RepresentativeChangeRecord implements ToldRecord, OnModuleInit {
  readonly kind = REPRESENTATIVE_CHANGE;

  constructor(
    private readonly records: ToldRecords,
    private readonly organizations: OrganizationStore,
    private readonly officers: OfficerStore,
    private readonly changes: RepresentativeChangeStore,
    private readonly letter: ConfirmationLetter,
  ) {}

  onModuleInit(): void {
    this.records.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const organizations = new Set<string>();
    for (const id of ids) organizations.add((await this.changes.find(tx, id)).organizationId);
    for (const id of [...organizations].sort()) await this.organizations.lock(tx, id);
  }

  async present(tx: Transaction, id: string): Promise<PresentedRecord> {
    const change = await this.changes.find(tx, id);
    const { organizationId, version, state, toldAt, toldBy, termFrom } = change;
    const { details } = await this.organizations.find(tx, organizationId);
    return {
      title: `${details.name}　代表者の変更`,
      ...{ organizationId, organizationName: details.name, version, waits: state === 'sent' },
      basis: '団体の代表者変更届',
      facts: [
        { label: '届出', value: `${formatEra(dayInJapan(toldAt))}　${toldBy}` },
        { label: '新しい代表者の任期の始まり', value: termFrom ? formatEra(termFrom) : '' },
      ],
      changes: [
        { label: '代表者の役職', before: change.beforeRole, after: change.afterRole },
        { label: '代表者の氏名', before: change.beforeName, after: change.afterName },
      ],
      earlier: [{ label: '団体と役員の名簿', href: `staff/organizations/${organizationId}` }],
      toldBy: { staffId: null, name: toldBy },
    };
  }

  drafted(tx: Transaction, id: string): Promise<void> {
    return this.move(tx, id, 'draft');
  }

  /** Throws `organizations.officer-gone` where the officer has left the list meanwhile. */
  async approved(tx: Transaction, id: string, decidedOn: LocalDate): Promise<void> {
    const change = await this.changes.find(tx, id);
    const { organizationId, officerId, afterRole: role, afterName: name } = change;
    const state = nextState(
      representativeChangeMachine,
      'organizations.representative-moved-on',
      change.state,
      'confirm',
    );
    const officer = (await this.organizations.find(tx, organizationId)).officers.find((each) => each.id === officerId);
    if (!officer) throw new DomainError('organizations.officer-gone', 'conflict', { name });
    const { phone, termFrom, termUntil, version } = officer;
    const entry = { role, name, phone, termFrom, termUntil, isRepresentative: true };
    await this.officers.update(tx, organizationId, officerId, version, entry);
    await this.changes.change(tx, change, { state, closedOn: decidedOn });
    await this.organizations.save(tx, organizationId, {});
    tx.audit({
      ...{
        action: 'representative-change.confirmed',
        subjectKind: REPRESENTATIVE_CHANGE,
        subjectId: id,
        organizationId,
      },
    });
  }

  released(tx: Transaction, id: string): Promise<void> {
    return this.move(tx, id, 'release');
  }

  async compose(tx: Transaction, acknowledgement: Acknowledgement): ReturnType<ToldRecord['compose']> {
    const change = await this.changes.find(tx, acknowledgement.recordId);
    return this.letter.compose(tx, acknowledgement, {
      ...{ toldOn: dayInJapan(change.toldAt), termFrom: change.termFrom ?? acknowledgement.decidedOn ?? '' },
      before: `${change.beforeRole}　${change.beforeName}`,
      after: `${change.afterRole}　${change.afterName}`,
    });
  }

  private async move(tx: Transaction, id: string, action: 'draft' | 'release'): Promise<void> {
    const change = await this.changes.find(tx, id);
    const state = nextState(representativeChangeMachine, 'organizations.representative-moved-on', change.state, action);
    if (state !== change.state) await this.changes.change(tx, change, { state });
  }
}
