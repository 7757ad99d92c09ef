import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { MeetingStore } from '../store/meeting.store.js';
import type { Panel } from '../domain/panel.js';
import { readTimes } from '../domain/presentation.js';
import { PanelStore } from '../store/panel.store.js';

/** Day, hour and place of a meeting, and how long each speaks and is asked where there is something to present. */
export interface TypedAppointment {
  readonly heldOn: LocalDate;
  readonly startsAt: string | null;
  readonly place: string;
  /** As typed; blank where nobody presents. */
  readonly talkMinutes: string;
  readonly questionMinutes: string;
}

export interface CallMeetingCommand extends TypedAppointment {
  readonly panelId: string;
  /** Given out with the page: a double click calls one meeting. */
  readonly requestId: string;
}

/** 開催: calls the next meeting of a panel, within its term. Faults at `heldOn`, `place`, `talkMinutes`, `questionMinutes`. */
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
      const { times: presentation, faults } = readTimes(command);
      refuseWhenFaulty([...appointmentFaults(panel, { heldOn, place }), ...faults]);
      const number = (await this.meetings.ofPanels(tx, [panelId])).length + 1;
      const meeting = { id: randomUUID(), panelId, number, heldOn, startsAt, place, presentation, requestId };
      await this.meetings.add(tx, { ...meeting, state: 'scoring', absent: [], seated: null, minutes: '', version: 1 });
      const detail = { number, heldOn };
      tx.audit({ action: 'panel-meeting.called', subjectKind: 'panel-meeting', subjectId: meeting.id, detail });
      return { meetingId: meeting.id };
    });
  }
}

/** Within the term of the panel, at a named place. */
export function appointmentFaults(
  { termFrom, termUntil }: Panel,
  { heldOn, place }: Pick<TypedAppointment, 'heldOn' | 'place'>,
): Fault[] {
  const inTerm = termFrom <= heldOn && heldOn <= termUntil;
  return [
    ...(inTerm ? [] : [{ pointer: 'heldOn', code: 'panels.meeting-outside-term' }]),
    ...(place === '' ? [{ pointer: 'place', code: 'panels.place-missing' }] : []),
  ];
}
