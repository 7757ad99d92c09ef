import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { meetingMachine } from '../domain/meeting.js';
import { readReason } from '../domain/reason.js';
import { MeetingStore } from '../store/meeting.store.js';

/** Unlocks the sheets for a stated reason, on the record. What was settled by hand is settled anew. Fault at `reason`. */
@Injectable()
export class ReopenScoring {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingStore,
  ) {}

  execute(actor: Actor, command: { readonly meetingId: string; readonly reason: string }): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = readReason(command.reason, 'reason', 'panels.reopening-reason-missing');
    return this.unitOfWork.run(actor, async (tx) => {
      const { meetingId } = command;
      const meeting = await this.meetings.getForUpdate(tx, meetingId);
      const state = nextState(meetingMachine, 'panels.moved-on', meeting.state, 'reopen');
      await this.meetings.change(tx, meeting, { state, absent: [] });
      for (const { id } of await this.meetings.casesOf(tx, [meetingId])) {
        await this.meetings.changeCase(tx, id, { tiePlace: null, tieReason: null });
      }
      await this.meetings.note(tx, meetingId, 'reopened', reason);
      const subject = { subjectKind: 'panel-meeting', subjectId: meetingId };
      tx.audit({ action: 'panel-meeting.reopened', ...subject, detail: { reason } });
    });
  }
}
