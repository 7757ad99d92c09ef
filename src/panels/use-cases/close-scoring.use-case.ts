import { Injectable } from '@nestjs/common';
import { hasDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { meetingMachine } from '../domain/meeting.js';
import { MeetingStore } from '../store/meeting.store.js';
import { Judging, type MemberProgress } from './judging.js';
import type { SeatedMember } from '../domain/panel.js';

export interface CloseScoringCommand {
  readonly meetingId: string;
  /** 欠席: the members whose sheets do not count. */
  readonly absent: readonly string[];
}

/** 採点の締切り at the meeting, by staff or by the chair: every sheet locks, and the results are worked out. */
@Injectable()
export class CloseScoring {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingStore,
    private readonly judging: Judging,
  ) {}

  /**
   * Faults at `absent` for every member who is present and has not filled in all sheets. A meeting that scores nothing, as one
   * for verifications alone, closes from its day on: `panels.not-held` before.
   */
  execute(actor: Actor, { meetingId, absent }: CloseScoringCommand): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const meeting = await this.meetings.getForUpdate(tx, meetingId);
      const table = await this.judging.tableOf(tx, meeting);
      requireStaffOrChair(tx, table.members);
      const state = nextState(meetingMachine, 'panels.moved-on', meeting.state, 'close');
      if (table.cases.length === 0 && tx.today < meeting.heldOn) throw new DomainError('panels.not-held', 'conflict');
      const progress = await this.judging.progressOf(tx, table);
      const present = progress.filter(({ staffId }) => !absent.includes(staffId));
      if (present.length === 0) throw DomainError.invalid([{ pointer: 'absent', code: 'panels.nobody-present' }]);
      refuseWhenFaulty(present.flatMap(openSheets));
      const noted = table.members.map(({ staffId }) => staffId).filter((staffId) => absent.includes(staffId));
      await this.meetings.change(tx, meeting, { state, absent: noted });
      await this.meetings.note(tx, meetingId, 'closed', '');
      const detail = { members: present.length, absent: noted.length };
      tx.audit({ action: 'panel-meeting.closed', subjectKind: 'panel-meeting', subjectId: meetingId, detail });
    });
  }
}

function requireStaffOrChair({ actor }: Transaction, members: readonly SeatedMember[]): void {
  if (hasDuty(actor, 'promotion')) return;
  const own = actor.kind === 'staff' ? members.find(({ staffId }) => staffId === actor.staffId) : undefined;
  if (own?.role !== 'chair') throw DomainError.notFound();
}

function openSheets({ name, cases }: MemberProgress): Fault[] {
  const open = cases.filter(({ state }) => state === 'blank' || state === 'begun').length;
  return open === 0 ? [] : [{ pointer: 'absent', code: 'panels.sheets-open', params: { name, open } }];
}
