import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { moved, type Direction } from '../domain/enclosure.js';
import { readSeries, type SeriesContent } from '../domain/series.js';
import { PublicationStore } from '../store/publication.store.js';
import { SeriesStore } from '../store/series.store.js';
import { refuseStale } from './refuse-stale.js';

/** Begins a series of meetings, words it anew, and puts the series of a town in order. */
@Injectable()
export class WriteSeries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: SeriesStore,
    private readonly publications: PublicationStore,
  ) {}

  /** A draft behind the others. Faults at the fields; the same request again gives the same series. */
  async begin(
    actor: Actor,
    { typed, requestId }: { typed: SeriesContent; requestId: string },
  ): Promise<{ id: string }> {
    requireDuty(actor, 'promotion');
    const content = contentOf(typed);
    return this.unitOfWork.run(actor, async (tx) => {
      const known = await this.publications.writtenBy(tx, 'series', requestId);
      if (known) return { id: known };
      const id = randomUUID();
      await this.store.add(tx, id, requestId, content);
      const detail = { title: content.title };
      tx.audit({ action: 'record-series.begun', subjectKind: 'record-series', subjectId: id, detail });
      return { id };
    });
  }

  /** Faults at the fields; throws stale when somebody changed it since `version`, unless it says the same. */
  async change(actor: Actor, command: { id: string; version: number; typed: SeriesContent }): Promise<void> {
    requireDuty(actor, 'promotion');
    const content = contentOf(command.typed);
    await this.unitOfWork.run(actor, async (tx) => {
      const { id } = command;
      await this.publications.lock(tx, 'series', id);
      const series = await this.store.get(tx, id);
      if (refuseStale(series, content, command.version) === 'same') return;
      await this.publications.write(tx, 'series', series, content);
      const detail = { title: content.title, state: series.state };
      tx.audit({ action: 'record-series.changed', subjectKind: 'record-series', subjectId: id, detail });
    });
  }

  /** Changes places with its neighbour. Throws not-found. */
  async move(actor: Actor, { id, direction }: { id: string; direction: Direction }): Promise<void> {
    requireDuty(actor, 'promotion');
    await this.unitOfWork.run(actor, async (tx) => {
      await this.publications.lock(tx, 'series', id);
      const order = (await this.store.all(tx)).map((series) => series.id);
      await this.store.arrange(tx, moved(order, id, direction));
      tx.audit({ action: 'record-series.moved', subjectKind: 'record-series', subjectId: id, detail: { direction } });
    });
  }
}

function contentOf(typed: SeriesContent): SeriesContent {
  const { content, faults } = readSeries(typed);
  refuseWhenFaulty(faults);
  if (!content) throw new Error('a series without faults has its content');
  return content;
}
