import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';

export interface CallMeetingCommand {
  readonly panelId: string;
  readonly heldOn: LocalDate;
  readonly startsAt: string | null;
  readonly place: string;
  /** Given out with the page: a double click calls one meeting. */
  readonly requestId: string;
}

/** 開催: calls the next meeting of a panel, within its term. Faults at `heldOn`, `place`. */
@Injectable()
export class CallMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: PanelStore,
    private readonly meetings: MeetingStore,
  ) {}

  execute(actor: Actor, command: CallMeetingCommand): Promise<{ meetingId: string }> {
    requireDuty(actor, 'promotion');
    const place = command.place.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const { panelId, heldOn, startsAt, requestId } = command;
      const panel = await this.panels.getForUpdate(tx, panelId);
      const repeated = await this.meetings.calledBy(tx, requestId);
      if (repeated) return { meetingId: repeated.id };
      if (place === '') throw DomainError.invalid([{ pointer: 'place', code: 'panels.place-missing' }]);
      const inTerm = panel.termFrom <= heldOn && heldOn <= panel.termUntil;
      refuseWhenFaulty(inTerm ? [] : [{ pointer: 'heldOn', code: 'panels.meeting-outside-term' }]);
      const number = (await this.meetings.ofPanels(tx, [panelId])).length + 1;
      const meeting = { id: randomUUID(), panelId, number, heldOn, startsAt, place, requestId };
      await this.meetings.add(tx, { ...meeting, state: 'scoring', absent: [], seated: null, minutes: '', version: 1 });
      const detail = { number, heldOn };
      tx.audit({ action: 'panel-meeting.called', subjectKind: 'panel-meeting', subjectId: meeting.id, detail });
      return { meetingId: meeting.id };
    });
  }
}
