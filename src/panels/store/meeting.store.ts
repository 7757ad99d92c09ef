import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Meeting, MeetingAct, MeetingActKind, PanelCase, PanelResult, SubjectRef } from '../domain/meeting.js';
import { PanelCaseRow } from './panel-case-row.js';
import { PanelMeetingActRow } from './panel-meeting-act-row.js';
import { PanelMeetingRow } from './panel-meeting-row.js';

type MeetingChange = Partial<
  Pick<Meeting, 'heldOn' | 'startsAt' | 'place' | 'presentation' | 'state' | 'absent' | 'minutes' | 'seated'>
>;
type CaseChange = Partial<
  Pick<PanelCaseRow, 'talk' | 'questions' | 'comment' | 'tiePlace' | 'tieReason' | 'takenOffAt' | 'position' | 'result'>
>;

/** Meetings, their agendas and what was done at them. */
@Injectable()
export class MeetingStore {
  async forgetNames(tx: Transaction, kind: string, ids: readonly string[], instead: string): Promise<void> {
    await tx.query(
      `UPDATE panel_cases SET organization_name = $4
        WHERE municipality_id = $1 AND subject_kind = $2 AND subject_id = ANY ($3)`,
      [tx.municipalityId, kind, [...ids], instead],
    );
  }

  async add(tx: Transaction, meeting: Meeting & { readonly requestId: string }): Promise<void> {
    const row = { ...meetingColumns(meeting), municipalityId: tx.municipalityId };
    await tx.manager.insert(PanelMeetingRow, row as never);
  }

  async calledBy(tx: Transaction, requestId: string): Promise<Meeting | null> {
    const row = await tx.manager.findOneBy(PanelMeetingRow, { requestId });
    return row && toMeeting(row);
  }

  /** Newest first. */
  async ofPanels(tx: Transaction, panelIds: readonly string[]): Promise<Meeting[]> {
    const rows = await tx.manager.find(PanelMeetingRow, {
      where: { panelId: In([...panelIds]) },
      order: { heldOn: 'DESC', number: 'DESC' },
    });
    return rows.map(toMeeting);
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Meeting> {
    return found(await tx.manager.findOneBy(PanelMeetingRow, { id }));
  }

  /** The same, and nobody else changes it until this transaction ends; it waits for sheets on their way. */
  async getForUpdate(tx: Transaction, id: string): Promise<Meeting> {
    return found(await tx.manager.findOne(PanelMeetingRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  /** The same against the end of the scoring alone: members save their sheets side by side. */
  async getForScoring(tx: Transaction, id: string): Promise<Meeting> {
    return found(await tx.manager.findOne(PanelMeetingRow, { where: { id }, lock: { mode: 'pessimistic_read' } }));
  }

  /** The caller holds the row (`getForUpdate`). */
  async change(tx: Transaction, { id, version }: Meeting, change: MeetingChange): Promise<void> {
    const columns = { ...meetingColumns(change), version: version + 1 };
    await tx.manager.update(PanelMeetingRow, { id }, columns as never);
  }

  async note(tx: Transaction, meetingId: string, kind: MeetingActKind, reason: string): Promise<void> {
    const made = { madeAt: tx.now, madeBy: tx.actor.name, municipalityId: tx.municipalityId };
    await tx.manager.insert(PanelMeetingActRow, { ...made, meetingId, kind, reason });
  }

  /** Oldest first. */
  async actsOf(tx: Transaction, meetingId: string): Promise<MeetingAct[]> {
    const rows = await tx.manager.find(PanelMeetingActRow, { where: { meetingId }, order: { id: 'ASC' } });
    return rows.map(({ kind, reason, madeAt, madeBy }) => ({ kind, reason, madeAt, madeBy }));
  }

  async lastTold(tx: Transaction, meetingId: string): Promise<{ turn: number; at: Date } | null> {
    const where = { meetingId, kind: 'told' as const };
    const row = await tx.manager.findOne(PanelMeetingActRow, { where, order: { id: 'DESC' } });
    return row && { turn: Number(row.id), at: row.madeAt };
  }

  /** Whoever puts the same subject on two agendas at a time finds it on the first one only. */
  async addCase(tx: Transaction, { subject, ...item }: PanelCase): Promise<void> {
    const row = { ...item, subjectKind: subject.kind, subjectId: subject.id, takenOffAt: null };
    const insert = tx.manager.createQueryBuilder().insert().into(PanelCaseRow);
    await insert
      .values({ ...row, municipalityId: tx.municipalityId })
      .orIgnore()
      .execute();
  }

  /** What stands on the agenda, in its order. */
  async casesOf(tx: Transaction, meetingIds: readonly string[]): Promise<PanelCase[]> {
    const rows = await tx.manager.find(PanelCaseRow, {
      where: { meetingId: In([...meetingIds]), takenOffAt: IsNull() },
      order: { position: 'ASC', id: 'ASC' },
    });
    return rows.map(toCase);
  }

  /** Throws not-found; what was taken off the agenda is no case any more. */
  async case(tx: Transaction, id: string): Promise<PanelCase> {
    const row = await tx.manager.findOneBy(PanelCaseRow, { id, takenOffAt: IsNull() });
    if (!row) throw DomainError.notFound();
    return toCase(row);
  }

  /** Where these subjects stand on agendas. */
  async casesAbout(tx: Transaction, kind: string, ids: readonly string[]): Promise<PanelCase[]> {
    if (ids.length === 0) return [];
    const where = { subjectKind: kind, subjectId: In([...ids]), takenOffAt: IsNull() };
    return (await tx.manager.find(PanelCaseRow, { where })).map(toCase);
  }

  /** Where the subject stands on an agenda. */
  async caseAbout(tx: Transaction, { kind, id }: SubjectRef): Promise<PanelCase | null> {
    const row = await tx.manager.findOneBy(PanelCaseRow, { subjectKind: kind, subjectId: id, takenOffAt: IsNull() });
    return row && toCase(row);
  }

  /** The final results of those of these subjects that were judged. */
  async resultsOf(tx: Transaction, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, PanelResult>> {
    const rows = await tx.manager.find(PanelCaseRow, {
      select: { municipalityId: true, id: true, subjectId: true, result: {} as never },
      where: { subjectKind: kind, subjectId: In([...ids]), takenOffAt: IsNull() },
    });
    return new Map(rows.flatMap(({ subjectId, result }) => (result ? [[subjectId, result] as const] : [])));
  }

  /** Those of these subjects that stand on an agenda already. */
  async listed(tx: Transaction, kind: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.manager.find(PanelCaseRow, {
      select: { municipalityId: true, id: true, subjectId: true },
      where: { subjectKind: kind, subjectId: In([...ids]), takenOffAt: IsNull() },
    });
    return new Set(rows.map(({ subjectId }) => subjectId));
  }

  async changeCase(tx: Transaction, id: string, change: CaseChange): Promise<void> {
    await tx.manager.update(PanelCaseRow, { id }, change as PanelCaseRow);
  }
}

function found(row: PanelMeetingRow | null): Meeting {
  if (!row) throw DomainError.notFound();
  return toMeeting(row);
}

function toMeeting(row: PanelMeetingRow): Meeting {
  const { municipalityId: _town, requestId: _request, talkMinutes, questionMinutes, ...meeting } = row;
  const presents = talkMinutes !== null && questionMinutes !== null;
  return { ...meeting, presentation: presents ? { talk: talkMinutes, questions: questionMinutes } : null };
}

function meetingColumns({ presentation, ...rest }: Partial<Meeting>) {
  if (presentation === undefined) return rest;
  return { ...rest, talkMinutes: presentation?.talk ?? null, questionMinutes: presentation?.questions ?? null };
}

const toCase = ({
  municipalityId: _town,
  takenOffAt: _off,
  subjectKind,
  subjectId,
  ...item
}: PanelCaseRow): PanelCase => ({ ...item, subject: { kind: subjectKind, id: subjectId } });
