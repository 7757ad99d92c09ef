import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { StaffDirectory } from '../../staff/index.js';
import {
  acknowledgementMachine,
  ANSWER_WORD,
  TOLD_KINDS,
  type Acknowledgement,
  type AcknowledgementAction,
  type ToldKind,
} from '../domain/acknowledgement.js';
import { AcknowledgementStore } from '../store/acknowledgement.store.js';
import { ToldRecords, type PresentedRecord } from './told-records.js';

/** Every kind of what is told as a subject of approval: what it is and what follows from it its stage knows. */
@Injectable()
export class AcknowledgementSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly records: ToldRecords,
    private readonly store: AcknowledgementStore,
    private readonly staff: StaffDirectory,
  ) {}

  onModuleInit(): void {
    for (const kind of TOLD_KINDS) this.subjects.register(this.subjectOf(kind));
  }

  /** The section's own check, where the town's table has no rule for it: decided today, without a draft. */
  async decideAtOnce(tx: Transaction, kind: ToldKind, recordId: string): Promise<void> {
    await this.records.of(kind).drafted(tx, recordId);
    await this.approved(tx, kind, recordId, tx.today);
  }

  private subjectOf(kind: ToldKind): ApprovalSubject {
    return {
      kind,
      lock: (tx, ids) => this.records.of(kind).lock(tx, ids),
      present: (tx, id) => this.present(tx, kind, id),
      drafted: (tx, id) => this.drafted(tx, kind, id),
      approved: (tx, id, _draftId, decidedOn) => this.approved(tx, kind, id, decidedOn),
      released: (tx, id, _draftId, _why, reason) => this.released(tx, kind, id, reason),
    };
  }

  private async present(tx: Transaction, kind: ToldKind, id: string): Promise<PresentedSubject> {
    const record = await this.records.of(kind).present(tx, id);
    const { title, organizationId, organizationName, basis, facts, changes, earlier } = record;
    const { reply = '' } = (await this.store.of(tx, id)) ?? {};
    const said = kind === 'accident-report' ? '団体への指示' : '団体への連絡';
    return {
      ...{ title, organizationId, organizationName, basis, earlier, outcome: ANSWER_WORD[kind] },
      ...{ amount: ZERO_YEN, working: null, budget: null, ...(changes && { changes }) },
      facts: [...facts, ...(reply === '' ? [] : [{ label: said, value: reply }])],
      tiedStaffIds: await this.tellersAmongStaff(tx, record),
    };
  }

  /** Whoever told it in person does not decide of it: staff who entered it, and an officer who is staff as well. */
  private async tellersAmongStaff(tx: Transaction, { toldBy }: PresentedRecord): Promise<string[]> {
    const members = await this.staff.list(tx);
    return members
      .filter(({ id, name }) => id === toldBy.staffId || withoutSpaces(name) === withoutSpaces(toldBy.name))
      .map(({ id }) => id);
  }

  private async drafted(tx: Transaction, kind: ToldKind, id: string): Promise<void> {
    const { organizationId } = await this.records.of(kind).present(tx, id);
    const acknowledgement = await this.store.begin(tx, { kind, recordId: id, organizationId });
    await this.records.of(kind).drafted(tx, id);
    await this.store.change(tx, acknowledgement, { state: next(acknowledgement, 'draft') });
  }

  private async approved(tx: Transaction, kind: ToldKind, id: string, decidedOn: LocalDate): Promise<void> {
    const { organizationId } = await this.records.of(kind).present(tx, id);
    const acknowledgement = await this.store.begin(tx, { kind, recordId: id, organizationId });
    await this.records.of(kind).approved(tx, id, decidedOn);
    await this.store.change(tx, acknowledgement, { state: next(acknowledgement, 'decide'), decidedOn });
    tx.audit({ action: 'acknowledgement.decided', subjectKind: kind, subjectId: id, organizationId });
  }

  private async released(tx: Transaction, kind: ToldKind, id: string, reason: string): Promise<void> {
    const acknowledgement = await this.store.lock(tx, id);
    await this.records.of(kind).released(tx, id, reason);
    if (acknowledgement) await this.store.change(tx, acknowledgement, { state: next(acknowledgement, 'release') });
  }
}

const next = ({ state }: Acknowledgement, action: AcknowledgementAction) =>
  nextState(acknowledgementMachine, 'acknowledgements.moved-on', state, action);

const withoutSpaces = (name: string): string => name.replace(/\s+/gu, '');
