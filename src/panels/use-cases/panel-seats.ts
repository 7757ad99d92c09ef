import { Injectable } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { StaffDirectory, Ties } from '../../staff/index.js';
import type { Meeting, PanelCase, Recusal, SubjectRef } from '../domain/meeting.js';
import { sitsOn, type SeatedMember } from '../domain/panel.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { PanelSubjects } from './panel-subjects.js';

/** Why a member neither sees nor scores a case. */
export interface RecusedMember {
  readonly staffId: string;
  readonly name: string;
  /** What was declared; null where the register of 利害関係 says so. */
  readonly declared: Recusal | null;
}

/** A case before the member who acts. */
export interface CaseOfMember {
  readonly item: PanelCase;
  readonly meeting: Meeting;
  readonly staffId: string;
}

/** Who sits at a meeting, and who must leave the table for a case. */
@Injectable()
export class PanelSeats {
  constructor(
    private readonly panels: PanelStore,
    private readonly meetings: MeetingStore,
    private readonly sheets: SheetStore,
    private readonly staff: StaffDirectory,
    private readonly ties: Ties,
    private readonly subjects: PanelSubjects,
  ) {}

  /** Those whose time on the panel holds the day of the meeting: the chair, then by kana. */
  async membersAt(tx: Transaction, { panelId, heldOn }: Meeting): Promise<SeatedMember[]> {
    const seats = (await this.panels.seatsOf(tx, panelId)).filter((seat) => sitsOn(seat, heldOn));
    const members = (await this.staff.list(tx)).flatMap(({ id, name }): SeatedMember[] =>
      seats
        .filter(({ staffId }) => staffId === id)
        .map(({ staffId, role, capacity }) => ({ staffId, name, role, capacity })),
    );
    return members.toSorted((a, b) => Number(b.role === 'chair') - Number(a.role === 'chair'));
  }

  /** Of these members those who are tied to each case or its organisation today, or declared it themselves. */
  async recusedFrom(
    tx: Transaction,
    cases: readonly PanelCase[],
    members: readonly SeatedMember[],
  ): Promise<Map<string, RecusedMember[]>> {
    const organizationIds = new Set(cases.flatMap(({ organizationId }) => organizationId ?? []));
    const tied = await this.ties.tiedTo(tx, [...organizationIds], tx.today);
    const besides = await this.tiedBesides(tx, cases);
    const declared = await this.sheets.recusalsOf(
      tx,
      cases.map(({ id }) => id),
    );
    return new Map(
      cases.map(({ id, organizationId }) => [
        id,
        members.flatMap(({ staffId, name }): RecusedMember[] => {
          const own = declared.find((each) => each.caseId === id && each.staffId === staffId) ?? null;
          const barred = [...(tied.get(organizationId ?? '') ?? []), ...(besides.get(id) ?? [])];
          return own || barred.includes(staffId) ? [{ staffId, name, declared: own }] : [];
        }),
      ]),
    );
  }

  /** The case as the member who acts may see it. Throws not-found to everyone else, and to whoever is recused from it. */
  async caseOfMember(tx: Transaction, caseId: string): Promise<CaseOfMember> {
    const { actor } = tx;
    if (actor.kind !== 'staff' || !hasDuty(actor, 'panel')) throw DomainError.notFound();
    const item = await this.meetings.case(tx, caseId);
    const meeting = await this.meetings.get(tx, item.meetingId);
    const mine = (await this.membersAt(tx, meeting)).filter(({ staffId }) => staffId === actor.staffId);
    const recused = (await this.recusedFrom(tx, [item], mine)).get(item.id) ?? [];
    if (mine.length === 0 || recused.length > 0) throw DomainError.notFound();
    return { item, meeting, staffId: actor.staffId };
  }

  /** Throws not-found to whoever does not sit at the meeting. */
  async requireSeat(tx: Transaction, meeting: Meeting): Promise<void> {
    const { actor } = tx;
    const members = actor.kind === 'staff' && hasDuty(actor, 'panel') ? await this.membersAt(tx, meeting) : [];
    if (!members.some(({ staffId }) => actor.kind === 'staff' && staffId === actor.staffId)) {
      throw DomainError.notFound();
    }
  }

  /** The same for a subject, for the stage that shows what was submitted. Throws not-found. */
  async requireReader(tx: Transaction, subject: SubjectRef): Promise<void> {
    const item = await this.meetings.caseAbout(tx, subject);
    if (!item) throw DomainError.notFound();
    await this.caseOfMember(tx, item.id);
  }

  private async tiedBesides(
    tx: Transaction,
    cases: readonly PanelCase[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const tied = new Map<string, readonly string[]>();
    for (const provider of this.subjects.all()) {
      const own = cases.filter(({ subject }) => subject.kind === provider.kind);
      if (own.length === 0) continue;
      const bySubject = await provider.tied(
        tx,
        own.map(({ subject }) => subject.id),
      );
      for (const { id, subject } of own) tied.set(id, bySubject.get(subject.id) ?? []);
    }
    return tied;
  }
}
