import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ToldRecords,
  type Acknowledgement,
  type PresentedRecord,
  type ToldRecord,
} from '../../acknowledgements/index.js';
import { Applications, changesBetween } from '../../applications/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { GrantDirectory } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { changeMachine, changeTitle } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { movedBetween } from './amendment-drafts.js';
import { movedInWords } from './change-facts.js';
import { refuseUnchangeable } from './refuse-unchangeable.js';
import { ToldLetter } from './told-letter.js';

/** 軽微な変更の届: when it is received what the organisation is to do reads otherwise, and the decision stays. */
@Injectable()
export class MinorChangeRecord implements ToldRecord, OnModuleInit {
  readonly kind = 'minor-change';

  constructor(
    private readonly records: ToldRecords,
    private readonly store: GrantChangeStore,
    private readonly locks: Applications,
    private readonly grants: GrantDirectory,
    private readonly letter: ToldLetter,
  ) {}

  onModuleInit(): void {
    this.records.register(this);
  }

  /** Applications, grants, changes: in the order of every other stage. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const changes = await this.store.ofIds(tx, ids);
    for (const id of changes.map(({ applicationId }) => applicationId).sort()) await this.locks.lock(tx, id);
    for (const id of changes.map(({ grantId }) => grantId).sort()) await this.grants.getForUpdate(tx, id);
    for (const id of [...ids].sort()) await this.store.lock(tx, id);
  }

  async present(tx: Transaction, id: string): Promise<PresentedRecord> {
    const change = notice(await this.store.find(tx, id));
    const grant = await this.grants.get(tx, change.grantId);
    const { previous, sent, receivedOn, receivedNumber, reason, version, sentBy, organizationId } = change;
    const both = previous && sent ? { previous, sent } : null;
    const { changes: rules, legalBasis } = grant.document;
    return {
      title: `${grant.organizationName}　${grant.programName}　${changeTitle(change)}`,
      ...{ organizationId, organizationName: grant.organizationName, version },
      waits: change.state === 'sent',
      basis: `${legalBasis.title}　${rules.article}`.trimEnd(),
      facts: [
        { label: '収受番号・収受日', value: `${receivedNumber ?? ''}　${receivedOn ? formatEra(receivedOn) : ''}` },
        { label: '変更の理由', value: reason },
        ...(both ? movedBetween(rules, both.previous, both.sent) : [])
          .filter(({ before, after }) => before !== after)
          .map((moved) => ({ label: `増減（${moved.label}）`, value: movedInWords({ ...moved, percent: null }) })),
        { label: '承認の要否', value: 'どの増減も、承認が要る割合を超えていない。交付決定額は変わらない。' },
      ],
      changes: (both ? changesBetween(both.previous, both.sent) : []).map(({ label, before, after }) => ({
        ...{ label, before: before ?? '（なし）', after: after ?? '（なし）' },
      })),
      earlier: [
        { label: `交付決定　${grant.letterNumber ?? ''}`, href: `staff/letters/${grant.letterId ?? ''}` },
        { label: `${changeTitle(change)}　${receivedNumber ?? ''}`, href: `staff/changes/${id}` },
      ],
      toldBy: { staffId: null, name: sentBy ?? '' },
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    const change = notice(await this.store.lock(tx, id));
    if (change.needsApproval) throw new DomainError('grant-changes.needs-decision', 'conflict');
    refuseUnchangeable(await this.grants.get(tx, change.grantId));
    const state = nextState(changeMachine, 'grant-changes.moved-on', change.state, 'draft');
    if (state === change.state) return;
    await this.store.change(tx, change, { state, outcome: 'granted' });
    await this.store.note(tx, id, 'proposed');
  }

  /** Announces MinorChangeAcknowledged. */
  async approved(tx: Transaction, id: string, decidedOn: LocalDate): Promise<void> {
    const change = notice(await this.store.lock(tx, id));
    refuseUnchangeable(await this.grants.get(tx, change.grantId));
    const state = nextState(changeMachine, 'grant-changes.moved-on', change.state, 'acknowledge');
    await this.store.change(tx, change, { state, closedOn: decidedOn });
    await this.store.note(tx, id, 'acknowledged');
    const { grantId, organizationId } = change;
    const subject = { subjectKind: 'grant-change', subjectId: id, organizationId };
    tx.audit({ action: 'grant-change.acknowledged', ...subject });
    tx.announce({ type: 'MinorChangeAcknowledged', subjectId: id, organizationId, data: { grantId } });
  }

  async released(tx: Transaction, id: string, reason: string): Promise<void> {
    const change = notice(await this.store.lock(tx, id));
    const state = nextState(changeMachine, 'grant-changes.not-in-draft', change.state, 'release');
    await this.store.change(tx, change, { state, outcome: null });
    await this.store.note(tx, id, 'released', reason);
  }

  async compose(tx: Transaction, acknowledgement: Acknowledgement) {
    const { grantId, receivedOn, receivedNumber } = await this.store.find(tx, acknowledgement.recordId);
    const told = { toldOn: receivedOn, receivedNumber: receivedNumber ?? '', asOf: null };
    return this.letter.compose(tx, grantId, acknowledgement, told);
  }
}

/** What needs approval is another matter, with a decision of its own. */
function notice(change: Change): Change {
  if (change.kind !== 'amendment' || change.needsApproval) throw DomainError.notFound();
  return change;
}
