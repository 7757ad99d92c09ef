import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { meetingMachine } from '../domain/meeting.js';
import { resultOf } from '../domain/results.js';
import { MeetingStore } from '../store/meeting.store.js';
import { Agenda } from './agenda.js';
import { Judging } from './judging.js';
import { KeepRecord, type KeptRecord, type RecordForm } from './keep-record.js';

/**
 * 確定: with its record and the comment to each applicant the results become final. Announces PanelResultConfirmed for
 * every case.
 */
@Injectable()
export class ConfirmMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: KeepRecord,
    private readonly meetings: MeetingStore,
    private readonly judging: Judging,
    private readonly agenda: Agenda,
  ) {}

  /** Faults at `minutes`, `questions.<case>` where something was presented, and `comments.<case>`; `panels.tie-open`, `panels.case-withdrawn`, `panels.case-without-sheets`. */
  execute(actor: Actor, form: RecordForm): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const kept = await this.keeper.keep(tx, form);
      const { meeting, cases } = kept;
      const state = nextState(meetingMachine, 'panels.moved-on', meeting.state, 'confirm');
      refuseUnwritten(kept);
      const withdrawn = await this.agenda.withdrawn(tx, cases);
      const gone = cases.find(({ id }) => withdrawn.has(id));
      if (gone) throw new DomainError('panels.case-withdrawn', 'conflict', { title: gone.title });
      const table = await this.judging.tableOf(tx, meeting);
      for (const outcome of await this.judging.outcomes(tx, meeting, table)) {
        const { id, title, subject, organizationId } = outcome.item;
        if (outcome.placed.equalTo.length > 0) throw new DomainError('panels.tie-open', 'conflict', { title });
        const result = resultOf(outcome);
        if (!result) throw new DomainError('panels.case-without-sheets', 'conflict', { title });
        await this.meetings.changeCase(tx, id, { result });
        const data = { kind: subject.kind, meetingId: meeting.id };
        const of = organizationId ? { organizationId } : {};
        tx.announce({ type: 'PanelResultConfirmed', subjectId: subject.id, ...of, data });
      }
      await this.meetings.change(tx, meeting, { state, seated: table.members });
      await this.meetings.note(tx, meeting.id, 'confirmed', '');
      const audited = { subjectKind: 'panel-meeting', subjectId: meeting.id, detail: { cases: cases.length } };
      tx.audit({ action: 'panel-meeting.confirmed', ...audited });
    });
  }
}

function refuseUnwritten({ meeting, cases }: KeptRecord): void {
  refuseWhenFaulty([
    ...(meeting.minutes === '' ? [{ pointer: 'minutes', code: 'panels.minutes-missing' }] : []),
    ...cases.flatMap(({ id, title, questions, comment }) => [
      ...(meeting.presentation && questions === ''
        ? [{ pointer: `questions.${id}`, code: 'panels.questions-missing', params: { title } }]
        : []),
      ...(comment === '' ? [{ pointer: `comments.${id}`, code: 'panels.comment-missing', params: { title } }] : []),
    ]),
  ]);
}
