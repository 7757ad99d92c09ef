import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { ScanState } from '../../platform/files/index.js';
import type { Material, Meeting, PanelCase } from '../domain/meeting.js';
import type { Panel, SeatedMember, SeatRole } from '../domain/panel.js';
import type { Sheet } from '../domain/sheet.js';
import { slotsOf, type Slot } from '../domain/presentation.js';
import { MaterialStore } from '../store/material.store.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { Judging } from './judging.js';
import { Materials } from './materials.js';
import { PanelSubjects, type SubjectWords } from './panel-subjects.js';
import { PanelSeats, type CaseOfMember } from './panel-seats.js';

export interface SeatMeeting {
  readonly panel: Panel;
  readonly meeting: Meeting;
  readonly role: SeatRole;
  readonly materials: readonly Material[];
  readonly scans: ReadonlyMap<string, ScanState>;
  /** From when until when each presents. */
  readonly slots: ReadonlyMap<string, Slot>;
  readonly words: SubjectWords;
  /** Without the cases from which the member is recused. */
  readonly cases: readonly {
    readonly item: PanelCase;
    readonly filled: number;
    readonly state: 'blank' | 'begun' | 'complete';
  }[];
}

export interface SeatCase extends CaseOfMember {
  readonly sheet: Sheet;
  /** Of this case. */
  readonly materials: readonly Material[];
  readonly materialScans: ReadonlyMap<string, ScanState>;
  readonly slot: Slot | null;
  readonly words: SubjectWords;
}

export interface ChairMeeting {
  readonly panel: Panel;
  readonly meeting: Meeting;
  readonly members: readonly SeatedMember[];
}

/** What a member of a panel sees: his or her own meetings, cases and sheets, and nobody else's. */
@Injectable()
export class ViewSeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: PanelStore,
    private readonly meetings: MeetingStore,
    private readonly sheets: SheetStore,
    private readonly seats: PanelSeats,
    private readonly judging: Judging,
    private readonly store: MaterialStore,
    private readonly materials: Materials,
    private readonly subjects: PanelSubjects,
  ) {}

  /** Newest meeting first. */
  meetingsOf(actor: Actor): Promise<SeatMeeting[]> {
    requireDuty(actor, 'panel');
    return this.unitOfWork.read(actor, async (tx) => {
      if (actor.kind !== 'staff') return [];
      const panelIds = (await this.panels.seatsHeldBy(tx, actor.staffId)).map(({ panelId }) => panelId);
      const seen: SeatMeeting[] = [];
      for (const meeting of await this.meetings.ofPanels(tx, panelIds)) {
        const own = await this.seatAt(tx, meeting, actor.staffId);
        if (own) seen.push(own);
      }
      return seen;
    });
  }

  /** Throws not-found, also to a member who is recused from the case. */
  async caseOf(tx: Transaction, caseId: string): Promise<SeatCase> {
    const seen = await this.seats.caseOfMember(tx, caseId);
    const { meeting } = seen;
    const materials = (await this.store.of(tx, meeting.id)).filter((each) => each.caseId === caseId);
    return {
      ...{ ...seen, materials, materialScans: await this.materials.scansOf(tx, materials) },
      sheet: await this.sheets.of(tx, caseId, seen.staffId),
      slot: slotsOf(meeting, await this.meetings.casesOf(tx, [meeting.id])).get(caseId) ?? null,
      words: this.subjects.wordsOf([seen.item.subject.kind]),
    };
  }

  /** The meeting for its chair, who closes the scoring. Throws not-found to everyone else. */
  chairedBy(actor: Actor, meetingId: string): Promise<ChairMeeting> {
    return this.unitOfWork.read(actor, async (tx) => {
      const meeting = await this.meetings.get(tx, meetingId);
      const members = await this.seats.membersAt(tx, meeting);
      const own = actor.kind === 'staff' ? members.find(({ staffId }) => staffId === actor.staffId) : undefined;
      if (own?.role !== 'chair') throw DomainError.notFound();
      return { panel: await this.panels.get(tx, meeting.panelId), meeting, members };
    });
  }

  private async seatAt(tx: Transaction, meeting: Meeting, staffId: string): Promise<SeatMeeting | null> {
    const seat = (await this.seats.membersAt(tx, meeting)).find((member) => member.staffId === staffId);
    if (!seat) return null;
    const listed = await this.meetings.casesOf(tx, [meeting.id]);
    const recused = await this.seats.recusedFrom(tx, listed, [seat]);
    const [own] = await this.judging.progressOf(tx, { members: [seat], cases: listed, recused });
    const cases = (own?.cases ?? []).flatMap(({ caseId, filled, state }) => {
      const item = listed.find(({ id }) => id === caseId);
      return item && state !== 'recused' ? [{ item, filled, state }] : [];
    });
    const materials = (await this.store.of(tx, meeting.id)).filter(({ caseId }) => caseId === null);
    return {
      ...{ panel: await this.panels.get(tx, meeting.panelId), meeting, role: seat.role, cases },
      ...{ materials, scans: await this.materials.scansOf(tx, materials), slots: slotsOf(meeting, listed) },
      words: this.subjects.wordsOf(listed.map(({ subject }) => subject.kind)),
    };
  }
}
