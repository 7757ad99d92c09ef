import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { ScanState } from '../../platform/files/index.js';
import type { Material, Meeting, MeetingAct } from '../domain/meeting.js';
import type { Panel } from '../domain/panel.js';
import type { CaseOutcome } from '../domain/results.js';
import { slotsOf, type Slot } from '../domain/presentation.js';
import { MaterialStore } from '../store/material.store.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';
import { Agenda, type Candidate } from './agenda.js';
import { Judging, type MemberProgress, type Table } from './judging.js';
import { Materials } from './materials.js';
import { PanelSubjects, type SubjectWords } from './panel-subjects.js';

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
  readonly materials: readonly Material[];
  readonly scans: ReadonlyMap<string, ScanState>;
  /** From when until when each presents. */
  readonly slots: ReadonlyMap<string, Slot>;
  /** How people speak of what this panel judges. */
  readonly words: SubjectWords;
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
    private readonly store: MaterialStore,
    private readonly materials: Materials,
    private readonly subjects: PanelSubjects,
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
    const candidates = isOpen ? await this.agenda.candidates(tx, meeting) : [];
    const materials = await this.store.of(tx, meetingId);
    const kinds = [...table.cases.map(({ subject }) => subject.kind), ...candidates.map(({ kind }) => kind)];
    return {
      ...table,
      meeting,
      panel: await this.panels.get(tx, meeting.panelId),
      progress: await this.judging.progressOf(tx, table),
      outcomes: isOpen ? [] : await this.judging.outcomes(tx, meeting, table),
      ...{ candidates, materials, scans: await this.materials.scansOf(tx, materials) },
      ...{ slots: slotsOf(meeting, table.cases), words: this.subjects.wordsOf(kinds) },
      withdrawn: meeting.state === 'confirmed' ? new Set() : await this.agenda.withdrawn(tx, table.cases),
      acts: await this.meetings.actsOf(tx, meetingId),
    };
  }
}
