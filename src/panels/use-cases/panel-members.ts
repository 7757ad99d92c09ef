import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { StaffDirectory } from '../../staff/index.js';
import type { Seat } from '../domain/panel.js';
import { PanelStore } from '../store/panel.store.js';

const LONGEST_CAPACITY = 60;

export type SeatMemberCommand = Pick<Seat, 'panelId' | 'staffId' | 'role' | 'capacity' | 'fromOn'>;

/** 委員の委嘱と退任. Members sign in like staff, through a post whose duty is `panel`. */
@Injectable()
export class PanelMembers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: PanelStore,
    private readonly staff: StaffDirectory,
  ) {}

  /** Those who hold a post with the duty today, by name. */
  async eligible(tx: Transaction): Promise<{ staffId: string; name: string }[]> {
    const { posts, holders } = await this.staff.staffingOn(tx, tx.today);
    const judging = posts.filter(({ duties }) => duties.includes('panel')).flatMap(({ id }) => holders.get(id) ?? []);
    return [...new Map(judging.map((holder) => [holder.staffId, holder])).values()];
  }

  /** Faults at `staffId`, `capacity`. */
  seat(actor: Actor, command: SeatMemberCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { panelId, staffId, role, fromOn } = command;
      await this.panels.getForUpdate(tx, panelId);
      const capacity = command.capacity.trim();
      const faults: Fault[] = [];
      const eligible = await this.eligible(tx);
      if (!eligible.some((each) => each.staffId === staffId)) {
        faults.push({ pointer: 'staffId', code: 'panels.member-missing' });
      }
      const seats = await this.panels.seatsOf(tx, panelId);
      const running = seats.filter(({ untilOn }) => untilOn === null || untilOn >= fromOn);
      if (running.some((seat) => seat.staffId === staffId)) {
        faults.push({ pointer: 'staffId', code: 'panels.member-sits-already' });
      }
      if (role === 'chair' && running.some((seat) => seat.role === 'chair')) {
        faults.push({ pointer: 'role', code: 'panels.chair-taken' });
      }
      if ([...capacity].length > LONGEST_CAPACITY) {
        faults.push({ pointer: 'capacity', code: 'common.too-long', params: { max: LONGEST_CAPACITY } });
      }
      refuseWhenFaulty(faults);
      await this.panels.addSeat(tx, { ...command, capacity, id: randomUUID(), untilOn: null });
      const detail = { staffId, role, fromOn };
      tx.audit({ action: 'panel.member-seated', subjectKind: 'panel', subjectId: panelId, detail });
    });
  }

  /** The last day of a member; never before the first. Fault at `untilOn`. */
  unseat(actor: Actor, panelId: string, seatId: string, untilOn: LocalDate): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      await this.panels.getForUpdate(tx, panelId);
      const seat = (await this.panels.seatsOf(tx, panelId)).find(({ id }) => id === seatId);
      if (!seat) throw DomainError.notFound();
      if (untilOn < seat.fromOn)
        throw DomainError.invalid([{ pointer: 'untilOn', code: 'panels.seat-ends-before-start' }]);
      await this.panels.endSeat(tx, seatId, untilOn);
      const detail = { staffId: seat.staffId, untilOn };
      tx.audit({ action: 'panel.member-unseated', subjectKind: 'panel', subjectId: panelId, detail });
    });
  }
}
