import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { hasDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { holdsOn } from '../domain/holding.js';
import type { Tie, TieKind } from '../domain/tie.js';
import { StaffStore } from '../store/staff.store.js';
import { TieStore } from '../store/tie.store.js';

export interface RecordTieCommand {
  readonly staffId: string;
  readonly organizationId: string;
  readonly kind: TieKind;
  readonly note: string;
}

/** 利害関係の届出: whoever is tied to an organisation approves nothing of it, from the day it is known. */
@Injectable()
export class Ties {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ties: TieStore,
    private readonly staff: StaffStore,
  ) {}

  /** By the person, or by an administrator. */
  record(actor: Actor, command: RecordTieCommand): Promise<void> {
    refuseUnlessFor(actor, command.staffId);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.staff.member(tx, command.staffId);
      const known = await this.ties.of(tx, [command.organizationId]);
      const isKnown = known.some(
        (tie) => tie.staffId === command.staffId && tie.kind === command.kind && holdsOn(tie, tx.today),
      );
      refuseWhenFaulty(isKnown ? [{ pointer: 'organizationId', code: 'staff.tie-known' }] : []);
      const tie = { ...command, note: command.note.trim(), fromOn: tx.today, untilOn: null, recordedBy: actor.name };
      await this.ties.insert(tx, { id: randomUUID(), ...tie });
      const { organizationId, kind } = command;
      const subject = { subjectKind: 'staff', subjectId: command.staffId };
      tx.audit({ action: 'staff.tie-recorded', ...subject, organizationId, detail: { kind } });
    });
  }

  /** By an administrator, who is not the person: nobody unties oneself. */
  end(actor: Actor, tieId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const tie = await this.ties.find(tx, tieId);
      if (actor.kind === 'staff' && actor.staffId === tie.staffId) throw new DomainError('staff.own-tie', 'conflict');
      if (!hasDuty(actor, 'administer')) throw DomainError.forbidden();
      await this.ties.end(tx, tieId, tx.today);
      const { organizationId } = tie;
      const subject = { subjectKind: 'staff', subjectId: tie.staffId };
      tx.audit({ action: 'staff.tie-ended', ...subject, organizationId, detail: { kind: tie.kind } });
    });
  }

  /** An administrator and the auditors see all of them, others their own. */
  list(actor: Actor): Promise<Tie[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const seesAll = hasDuty(actor, 'administer') || hasDuty(actor, 'audit') || actor.kind === 'system';
      const ties = await this.ties.list(tx);
      return ties.filter(({ staffId }) => seesAll || (actor.kind === 'staff' && actor.staffId === staffId));
    });
  }

  /**
   * Keeps whoever is tied to the organisation from its cases: they read and do nothing of them beyond the list. Throws
   * `staff.tied-to-case`. Only staff are tied; others pass.
   */
  async refuseTied(tx: Transaction, organizationId: string): Promise<void> {
    const { actor } = tx;
    if (actor.kind !== 'staff') return;
    const tied = await this.tiedTo(tx, [organizationId], tx.today);
    if (tied.get(organizationId)?.includes(actor.staffId)) throw new DomainError('staff.tied-to-case', 'forbidden');
  }

  /** Who is tied to each of these organisations on a day. */
  async tiedTo(tx: Transaction, organizationIds: readonly string[], day: LocalDate): Promise<Map<string, string[]>> {
    const tied = new Map<string, string[]>();
    for (const tie of await this.ties.of(tx, organizationIds)) {
      if (!holdsOn(tie, day)) continue;
      tied.set(tie.organizationId, [...(tied.get(tie.organizationId) ?? []), tie.staffId]);
    }
    return tied;
  }
}

function refuseUnlessFor(actor: Actor, staffId: string): void {
  if (actor.kind === 'system' || hasDuty(actor, 'administer')) return;
  if (actor.kind !== 'staff' || actor.staffId !== staffId) throw DomainError.forbidden();
}
