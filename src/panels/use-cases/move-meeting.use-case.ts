import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { formatEra } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readReason } from '../domain/reason.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';
import { appointmentFaults, type TypedAppointment } from './call-meeting.use-case.js';
import { readTimes } from '../domain/presentation.js';

export interface MoveMeetingCommand extends TypedAppointment {
  readonly meetingId: string;
  /** The save that the page was filled from. */
  readonly version: number;
  readonly reason: string;
}

/** Another day, hour, place or length of a meeting that was called, with the reason; until the scoring is closed. */
@Injectable()
export class MoveMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: PanelStore,
    private readonly meetings: MeetingStore,
  ) {}

  /** Faults at `heldOn`, `place`, `talkMinutes`, `questionMinutes`, `moveReason`; throws stale, `panels.moved-on`. */
  execute(actor: Actor, { meetingId, version, reason: typed, ...command }: MoveMeetingCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const meeting = await this.meetings.getForUpdate(tx, meetingId);
      if (meeting.state !== 'scoring') throw new DomainError('panels.moved-on', 'conflict');
      if (meeting.version !== version) throw DomainError.stale();
      const place = command.place.trim();
      const { times, faults } = readTimes(command);
      const { heldOn, startsAt } = command;
      refuseWhenFaulty([
        ...appointmentFaults(await this.panels.get(tx, meeting.panelId), { heldOn, place }),
        ...faults,
      ]);
      const reason = readReason(typed, 'moveReason', 'panels.moving-reason-missing');
      await this.meetings.change(tx, meeting, { heldOn, startsAt, place, presentation: times });
      const before = `${formatEra(meeting.heldOn)}${meeting.startsAt === null ? '' : ` ${meeting.startsAt}`}、${meeting.place}`;
      await this.meetings.note(tx, meetingId, 'moved', `${reason}（前：${before}）`);
      const subject = { subjectKind: 'panel-meeting', subjectId: meetingId };
      tx.audit({ action: 'panel-meeting.moved', ...subject, detail: { heldOn, reason } });
    });
  }
}
