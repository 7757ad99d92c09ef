import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { readMeeting, type MeetingContent, type TypedMeeting } from '../domain/meeting.js';
import { MeetingStore } from '../store/meeting.store.js';
import { PublicationStore } from '../store/publication.store.js';
import { refuseStale } from './refuse-stale.js';

/** Writes down what was done at a meeting, and words it anew; what is public changes at once. */
@Injectable()
export class WriteMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: MeetingStore,
    private readonly publications: PublicationStore,
  ) {}

  /** A draft. Faults at the fields, also for a number that another meeting of the series bears. */
  async begin(
    actor: Actor,
    command: { seriesId: string; typed: TypedMeeting; requestId: string },
  ): Promise<{ id: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { seriesId, requestId } = command;
      await this.publications.lock(tx, 'series', seriesId);
      const known = await this.publications.writtenBy(tx, 'meeting', requestId);
      if (known) return { id: known };
      const content = await this.contentOf(tx, seriesId, command.typed);
      const id = randomUUID();
      await this.store.add(tx, { id, seriesId, requestId }, content);
      const detail = { number: content.number, heldOn: content.heldOn };
      tx.audit({ action: 'record-meeting.begun', subjectKind: 'record-meeting', subjectId: id, detail });
      return { id };
    });
  }

  /** The same; throws stale when somebody changed it since `version`, unless it says the same. */
  async change(actor: Actor, command: { id: string; version: number; typed: TypedMeeting }): Promise<void> {
    requireDuty(actor, 'promotion');
    await this.unitOfWork.run(actor, async (tx) => {
      const { id, version } = command;
      const { seriesId } = await this.store.get(tx, id);
      // Numbers are given within the series: who holds it gives them alone.
      await this.publications.lock(tx, 'series', seriesId);
      await this.publications.lock(tx, 'meeting', id);
      const meeting = await this.store.get(tx, id);
      const content = await this.contentOf(tx, seriesId, command.typed, id);
      if (refuseStale(meeting, content, version) === 'same') return;
      await this.publications.write(tx, 'meeting', meeting, content);
      const detail = { number: content.number, heldOn: content.heldOn, state: meeting.state };
      tx.audit({ action: 'record-meeting.changed', subjectKind: 'record-meeting', subjectId: id, detail });
    });
  }

  private async contentOf(
    tx: Transaction,
    seriesId: string,
    typed: TypedMeeting,
    id?: string,
  ): Promise<MeetingContent> {
    const { content, faults } = readMeeting(typed, tx.today);
    refuseWhenFaulty(faults);
    if (!content) throw new Error('a meeting without faults has its content');
    if (await this.store.isTaken(tx, seriesId, content.number, id)) {
      refuseWhenFaulty([{ pointer: 'number', code: 'records.number-taken', params: { number: content.number } }]);
    }
    return content;
  }
}
