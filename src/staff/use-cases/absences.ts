import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { hasDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Absence } from '../domain/absence.js';
import { AbsenceStore } from '../store/absence.store.js';
import { StaffStore } from '../store/staff.store.js';

export interface RecordAbsenceCommand {
  readonly staffId: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly reason: string;
}

/** 不在の記録: by the person, or by an administrator for another. Only while it lasts may the deputy act (代決). */
@Injectable()
export class Absences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: AbsenceStore,
    private readonly staff: StaffStore,
  ) {}

  /** Faults at `fromOn`, `untilOn`, `reason`. An absence is not entered for days that have passed. */
  record(actor: Actor, command: RecordAbsenceCommand): Promise<void> {
    refuseUnlessFor(actor, command.staffId);
    return this.unitOfWork.run(actor, async (tx) => {
      const { name } = await this.staff.member(tx, command.staffId);
      const reason = command.reason.trim();
      refuseWhenFaulty([
        ...(command.fromOn < tx.today ? [{ pointer: 'fromOn', code: 'staff.absence-in-the-past' }] : []),
        ...(command.untilOn < command.fromOn ? [{ pointer: 'untilOn', code: 'staff.absence-ends-before-start' }] : []),
        ...(reason === '' ? [{ pointer: 'reason', code: 'staff.absence-reason-missing', params: { name } }] : []),
      ]);
      const id = randomUUID();
      await this.absences.insert(tx, { id, ...command, reason, recordedBy: actor.name, withdrawnAt: null });
      const detail = { fromOn: command.fromOn, untilOn: command.untilOn };
      tx.audit({ action: 'staff.absence-recorded', subjectKind: 'staff', subjectId: command.staffId, detail });
    });
  }

  withdraw(actor: Actor, absenceId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const absence = await this.absences.find(tx, absenceId);
      refuseUnlessFor(actor, absence.staffId);
      await this.absences.withdraw(tx, absenceId);
      tx.audit({ action: 'staff.absence-withdrawn', subjectKind: 'staff', subjectId: absence.staffId });
    });
  }

  /** Running and to come; an administrator and the auditors see everyone's, others their own. */
  list(actor: Actor): Promise<Absence[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const seesAll = hasDuty(actor, 'administer') || hasDuty(actor, 'audit') || actor.kind === 'system';
      const absences = await this.absences.since(tx, tx.today);
      return absences.filter(({ staffId }) => seesAll || (actor.kind === 'staff' && actor.staffId === staffId));
    });
  }

  absentOn(tx: Transaction, day: LocalDate): Promise<Set<string>> {
    return this.absences.absentOn(tx, day);
  }
}

function refuseUnlessFor(actor: Actor, staffId: string): void {
  if (actor.kind === 'system' || hasDuty(actor, 'administer')) return;
  if (actor.kind !== 'staff' || actor.staffId !== staffId) throw DomainError.forbidden();
}
