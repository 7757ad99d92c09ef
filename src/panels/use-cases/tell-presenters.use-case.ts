import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { MeetingStore } from '../store/meeting.store.js';

/** Tells everybody on the agenda when they present: announces PresentationTold for each case. */
@Injectable()
export class TellPresenters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingStore,
  ) {}

  /** Again after the order, the day or the hour changed. Throws `panels.no-cases`, `panels.moved-on`. */
  execute(actor: Actor, meetingId: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { state, presentation } = await this.meetings.getForUpdate(tx, meetingId);
      if (state !== 'scoring' || presentation === null) throw new DomainError('panels.moved-on', 'conflict');
      const cases = await this.meetings.casesOf(tx, [meetingId]);
      if (cases.length === 0) throw new DomainError('panels.no-cases', 'conflict');
      for (const { subject, organizationId } of cases) {
        tx.announce({
          ...{ type: 'PresentationTold', subjectId: subject.id, data: { kind: subject.kind, meetingId } },
          ...(organizationId ? { organizationId } : {}),
        });
      }
      await this.meetings.note(tx, meetingId, 'told', '');
      const subject = { subjectKind: 'panel-meeting', subjectId: meetingId };
      tx.audit({ action: 'panel-meeting.told', ...subject, detail: { cases: cases.length } });
    });
  }
}
