import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readBulletin, type BulletinContent, type TypedBulletin } from '../domain/bulletin.js';
import { BulletinStore } from '../store/bulletin.store.js';
import { PublicationStore } from '../store/publication.store.js';
import { refuseStale } from './refuse-stale.js';

interface Written {
  readonly typed: TypedBulletin;
}

/** Writes お知らせ, and words it anew; what is public changes at once. */
@Injectable()
export class WriteBulletin {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: BulletinStore,
    private readonly publications: PublicationStore,
  ) {}

  /** A draft. Faults at the fields; the same request again gives the same bulletin. */
  async begin(actor: Actor, { typed, requestId }: Written & { requestId: string }): Promise<{ id: string }> {
    requireDuty(actor, 'promotion');
    const content = contentOf(typed);
    return this.unitOfWork.run(actor, async (tx) => {
      const known = await this.publications.writtenBy(tx, 'bulletin', requestId);
      if (known) return { id: known };
      const id = randomUUID();
      await this.store.add(tx, id, requestId, content);
      tx.audit({ action: 'bulletin.begun', subjectKind: 'bulletin', subjectId: id, detail: { title: content.title } });
      return { id };
    });
  }

  /** Faults at the fields; throws stale when somebody changed it since `version`, unless it says the same. */
  async change(actor: Actor, command: Written & { id: string; version: number }): Promise<void> {
    requireDuty(actor, 'promotion');
    const content = contentOf(command.typed);
    await this.unitOfWork.run(actor, async (tx) => {
      const { id } = command;
      await this.publications.lock(tx, 'bulletin', id);
      const bulletin = await this.store.get(tx, id);
      if (refuseStale(bulletin, content, command.version) === 'same') return;
      await this.publications.write(tx, 'bulletin', bulletin, content);
      const detail = { title: content.title, state: bulletin.state };
      tx.audit({ action: 'bulletin.changed', subjectKind: 'bulletin', subjectId: id, detail });
    });
  }
}

function contentOf(typed: TypedBulletin): BulletinContent {
  const { content, faults } = readBulletin(typed);
  refuseWhenFaulty(faults);
  if (!content) throw new Error('a bulletin without faults has its content');
  return content;
}
