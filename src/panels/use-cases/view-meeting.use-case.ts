import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Meeting, MeetingAct } from '../domain/meeting.js';
import type { Panel } from '../domain/panel.js';
import type { CaseOutcome } from '../domain/results.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';
import { Agenda, type Candidate } from './agenda.js';
import { Judging, type MemberProgress, type Table } from './judging.js';

export interface MeetingView extends Table {
  readonly panel: Panel;
  readonly meeting: Meeting;
  readonly progress: readonly MemberProgress[];
  /** Empty until the scoring is closed: before the meeting nobody sees what others gave. */
  readonly outcomes: readonly CaseOutcome[];
  readonly candidates: readonly Candidate[];
  /** The cases whose applicant has withdrawn since. */
  readonly withdrawn: ReadonlySet<string>;
  readonly acts: readonly MeetingAct[];
}

/** A meeting as the town hall sees it. */
@Injectable()
export class ViewMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: PanelStore,
    private readonly meetings: MeetingStore,
    private readonly judging: Judging,
    private readonly agenda: Agenda,
  ) {}

  /** Throws not-found. */
  execute(actor: Actor, meetingId: string): Promise<MeetingView> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, (tx) => this.of(tx, meetingId));
  }

  private async of(tx: Transaction, meetingId: string): Promise<MeetingView> {
    const meeting = await this.meetings.get(tx, meetingId);
    const table = await this.judging.tableOf(tx, meeting);
    const isOpen = meeting.state === 'scoring';
    return {
      ...table,
      meeting,
      panel: await this.panels.get(tx, meeting.panelId),
      progress: await this.judging.progressOf(tx, table),
      outcomes: isOpen ? [] : await this.judging.outcomes(tx, meeting, table),
      candidates: isOpen ? await this.agenda.candidates(tx, meeting) : [],
      withdrawn: meeting.state === 'confirmed' ? new Set() : await this.agenda.withdrawn(tx, table.cases),
      acts: await this.meetings.actsOf(tx, meetingId),
    };
  }
}
