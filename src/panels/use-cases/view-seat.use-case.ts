import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Meeting, PanelCase } from '../domain/meeting.js';
import type { Panel, SeatedMember, SeatRole } from '../domain/panel.js';
import type { Sheet } from '../domain/sheet.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { Judging } from './judging.js';
import { PanelSeats, type CaseOfMember } from './panel-seats.js';

export interface SeatMeeting {
  readonly panel: Panel;
  readonly meeting: Meeting;
  readonly role: SeatRole;
  /** Without the cases from which the member is recused. */
  readonly cases: readonly {
    readonly item: PanelCase;
    readonly filled: number;
    readonly state: 'blank' | 'begun' | 'complete';
  }[];
}

export interface SeatCase extends CaseOfMember {
  readonly sheet: Sheet;
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
    return { ...seen, sheet: await this.sheets.of(tx, caseId, seen.staffId) };
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
    return { panel: await this.panels.get(tx, meeting.panelId), meeting, role: seat.role, cases };
  }
}
