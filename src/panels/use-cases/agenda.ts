import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Meeting, PanelCase } from '../domain/meeting.js';
import { readReason } from '../domain/reason.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PanelStore } from '../store/panel.store.js';
import { PanelSubjects, type ProposedSubject } from './panel-subjects.js';

export interface Candidate extends ProposedSubject {
  readonly kind: string;
}

/** 議題 of a meeting: what is judged, in which order. */
@Injectable()
export class Agenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: PanelStore,
    private readonly meetings: MeetingStore,
    private readonly subjects: PanelSubjects,
  ) {}

  /** What the panel's programmes and calls have to judge and no agenda holds yet. */
  async candidates(tx: Transaction, { panelId }: Meeting): Promise<Candidate[]> {
    const { programIds } = await this.panels.get(tx, panelId);
    const candidates: Candidate[] = [];
    for (const subject of this.subjects.all()) {
      const proposed = await subject.proposed(tx, programIds);
      const listed = await this.meetings.listed(
        tx,
        subject.kind,
        proposed.map(({ id }) => id),
      );
      candidates.push(...proposed.filter(({ id }) => !listed.has(id)).map((each) => ({ ...each, kind: subject.kind })));
    }
    return candidates;
  }

  /** Those of these cases that are not to be judged any more. */
  async withdrawn(tx: Transaction, cases: readonly PanelCase[]): Promise<ReadonlySet<string>> {
    const gone = new Set<string>();
    for (const provider of this.subjects.all()) {
      const own = cases.filter(({ subject }) => subject.kind === provider.kind);
      const ids = await provider.withdrawn(
        tx,
        own.map(({ subject }) => subject.id),
      );
      for (const { id, subject } of own) if (ids.has(subject.id)) gone.add(id);
    }
    return gone;
  }

  /** Puts them behind what stands there. Fault at `subjectIds` where none is chosen. */
  add(actor: Actor, meetingId: string, subjectIds: readonly string[]): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const meeting = await this.whileScoring(tx, meetingId);
      const chosen = (await this.candidates(tx, meeting)).filter(({ id }) => subjectIds.includes(id));
      if (chosen.length === 0) throw DomainError.invalid([{ pointer: 'subjectIds', code: 'panels.nothing-chosen' }]);
      const cases = await this.meetings.casesOf(tx, [meetingId]);
      let position = Math.max(0, ...cases.map((item) => item.position));
      for (const { kind, id, ...subject } of chosen) {
        position += 1;
        await this.meetings.addCase(tx, {
          ...subject,
          ...{ id: randomUUID(), meetingId, subject: { kind, id }, position },
          ...{ talk: '', questions: '', comment: '', tiePlace: null, tieReason: null, result: null },
        });
      }
      const detail = { count: chosen.length };
      tx.audit({ action: 'panel-meeting.cases-added', subjectKind: 'panel-meeting', subjectId: meetingId, detail });
    });
  }

  /** Orders the cases by the numbers typed for them; equal ones stay as they are. */
  order(actor: Actor, meetingId: string, positions: Readonly<Record<string, string>>): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      await this.whileScoring(tx, meetingId);
      const cases = await this.meetings.casesOf(tx, [meetingId]);
      const wanted = ({ id, position }: PanelCase): number => {
        const typed = (positions[id] ?? '').normalize('NFKC').trim();
        return /^\d{1,3}$/.test(typed) ? Number(typed) : position;
      };
      const ordered = cases.toSorted((a, b) => wanted(a) - wanted(b));
      for (const [index, { id }] of ordered.entries()) await this.meetings.changeCase(tx, id, { position: index + 1 });
      if (ordered.some((item, index) => item !== cases[index])) await this.meetings.note(tx, meetingId, 'ordered', '');
      tx.audit({ action: 'panel-meeting.cases-ordered', subjectKind: 'panel-meeting', subjectId: meetingId });
    });
  }

  /** Until the meeting is confirmed; its sheets stay and count no more. Fault at `reason`. */
  takeOff(actor: Actor, caseId: string, typed: string): Promise<{ meetingId: string }> {
    requireDuty(actor, 'promotion');
    const reason = readReason(typed, 'reason', 'panels.take-off-reason-missing');
    return this.unitOfWork.run(actor, async (tx) => {
      const { meetingId, title, organizationId, subject } = await this.meetings.case(tx, caseId);
      const { state } = await this.meetings.getForUpdate(tx, meetingId);
      if (state === 'confirmed') throw new DomainError('panels.moved-on', 'conflict');
      await this.meetings.changeCase(tx, caseId, { takenOffAt: tx.now });
      await this.meetings.note(tx, meetingId, 'taken-off', `${title}：${reason}`);
      const subjectRef = { subjectKind: 'panel-meeting', subjectId: meetingId };
      const detail = { [subject.kind]: subject.id, reason };
      tx.audit({ action: 'panel-meeting.case-taken-off', ...subjectRef, organizationId, detail });
      return { meetingId };
    });
  }

  private async whileScoring(tx: Transaction, meetingId: string): Promise<Meeting> {
    const meeting = await this.meetings.getForUpdate(tx, meetingId);
    if (meeting.state !== 'scoring') throw new DomainError('panels.moved-on', 'conflict');
    return meeting;
  }
}
