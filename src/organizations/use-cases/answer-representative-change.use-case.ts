import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { representativeChangeMachine, type RepresentativeChange } from '../domain/representative-change.js';
import { OrganizationStore } from '../store/organization.store.js';
import { RepresentativeChangeStore } from '../store/representative-change.store.js';
import { REPRESENTATIVE_CHANGE } from './representative-change-record.js';

export interface ReturnRepresentativeChangeCommand {
  readonly changeId: string;
  /** As the page showed it. */
  readonly version: number;
  readonly note: string;
  readonly correctBy: LocalDate;
}

const LONGEST_NOTE = 1000;

/** What becomes of a 代表者変更届 without a draft: 差戻し by the section, 取下げ by the organisation. */
@Injectable()
export class AnswerRepresentativeChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly changes: RepresentativeChangeStore,
  ) {}

  /** Faults at `note`, `correctBy`. Announces RepresentativeChangeReturned. */
  return(actor: Actor, { changeId, version, correctBy, ...typed }: ReturnRepresentativeChangeCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const returnNote = typed.note.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const { organizationId } = await this.changes.find(tx, changeId);
      await this.organizations.lock(tx, organizationId);
      const change = await this.changes.find(tx, changeId);
      refuseWhenFaulty(returnFaults(returnNote, correctBy, tx.today));
      const state = next(change, 'return');
      if (change.version !== version) throw DomainError.stale();
      await this.changes.change(tx, change, { state, returnNote, correctBy });
      const subject = { subjectKind: REPRESENTATIVE_CHANGE, subjectId: changeId, organizationId };
      tx.audit({ action: 'representative-change.returned', ...subject });
      tx.announce({ type: 'RepresentativeChangeReturned', subjectId: changeId, organizationId });
    });
  }

  /** Done twice it is done once; the list of officers stays as it is. */
  withdraw(actor: Actor, changeId: string): Promise<void> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      const { organizationId } = await this.changes.find(tx, changeId);
      await this.organizations.lock(tx, organizationId);
      const change = await this.changes.find(tx, changeId);
      if (change.state === 'withdrawn') return;
      await this.changes.change(tx, change, { state: next(change, 'withdraw'), closedOn: tx.today });
      const subject = { subjectKind: REPRESENTATIVE_CHANGE, subjectId: changeId, organizationId };
      tx.audit({ action: 'representative-change.withdrawn', ...subject });
    });
  }
}

const next = ({ state }: RepresentativeChange, action: 'return' | 'withdraw') =>
  nextState(representativeChangeMachine, 'organizations.representative-moved-on', state, action);

function returnFaults(note: string, correctBy: LocalDate, today: LocalDate): Fault[] {
  const long = [...note].length > LONGEST_NOTE;
  return [
    ...(note === '' ? [{ pointer: 'note', code: 'organizations.return-note-missing' }] : []),
    ...(long ? [{ pointer: 'note', code: 'organizations.remark-too-long', params: { max: LONGEST_NOTE } }] : []),
    ...(correctBy < today ? [{ pointer: 'correctBy', code: 'organizations.correct-by-past' }] : []),
  ];
}
