import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Meeting, PanelCase } from '../domain/meeting.js';
import type { SeatedMember } from '../domain/panel.js';
import { outcomesOf, type CaseOutcome } from '../domain/results.js';
import { filledIn, isComplete } from '../domain/sheet.js';
import { MeetingStore } from '../store/meeting.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { PanelSeats, type RecusedMember } from './panel-seats.js';

/** How far a member has come with the cases of a meeting. */
export interface MemberProgress extends SeatedMember {
  readonly cases: readonly {
    readonly caseId: string;
    readonly state: 'recused' | 'blank' | 'begun' | 'complete';
    readonly filled: number;
  }[];
}

export interface Table {
  readonly members: readonly SeatedMember[];
  readonly cases: readonly PanelCase[];
  readonly recused: ReadonlyMap<string, readonly RecusedMember[]>;
}

/** Brings members, cases and sheets of a meeting together. */
@Injectable()
export class Judging {
  constructor(
    private readonly meetings: MeetingStore,
    private readonly sheets: SheetStore,
    private readonly seats: PanelSeats,
  ) {}

  /** As it stands today, or, once the meeting is confirmed, as it stood then. */
  async tableOf(tx: Transaction, meeting: Meeting): Promise<Table> {
    const cases = await this.meetings.casesOf(tx, [meeting.id]);
    if (meeting.seated) return { members: meeting.seated, cases, recused: recusedThen(cases, meeting.seated) };
    const members = await this.seats.membersAt(tx, meeting);
    return { members, cases, recused: await this.seats.recusedFrom(tx, cases, members) };
  }

  async progressOf(tx: Transaction, { members, cases, recused }: Table): Promise<MemberProgress[]> {
    const sheets = await this.sheets.ofCases(
      tx,
      cases.map(({ id }) => id),
    );
    return members.map((member) => ({
      ...member,
      cases: cases.map(({ id: caseId, rubric }) => {
        const isRecused = recused.get(caseId)?.some(({ staffId }) => staffId === member.staffId) ?? false;
        if (isRecused) return { caseId, state: 'recused', filled: 0 };
        const points = sheets.get(caseId)?.find(({ staffId }) => staffId === member.staffId)?.points ?? {};
        const filled = filledIn(rubric, points);
        return { caseId, filled, state: isComplete(rubric, points) ? 'complete' : filled > 0 ? 'begun' : 'blank' };
      }),
    }));
  }

  /** Only who sits there and is present counts. */
  async outcomes(tx: Transaction, { absent }: Meeting, { members, cases, recused }: Table): Promise<CaseOutcome[]> {
    const present = new Set(members.map(({ staffId }) => staffId).filter((staffId) => !absent.includes(staffId)));
    const sheets = await this.sheets.ofCases(
      tx,
      cases.map(({ id }) => id),
    );
    return outcomesOf(
      cases.map((item) => ({
        item,
        sheets: (sheets.get(item.id) ?? []).filter(({ staffId }) => present.has(staffId)),
        recused: (recused.get(item.id) ?? []).map(({ staffId }) => staffId).filter((staffId) => present.has(staffId)),
      })),
    );
  }
}

const recusedThen = (cases: readonly PanelCase[], members: readonly SeatedMember[]): Table['recused'] =>
  new Map(
    cases.map(({ id, result }) => [
      id,
      members
        .filter(({ staffId }) => result?.recused.includes(staffId))
        .map(({ staffId, name }) => ({ staffId, name, declared: null })),
    ]),
  );
