import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { captionFaults, moved, readCaption, type Direction } from '../domain/enclosure.js';
import { EnclosureStore, type EnclosureKind } from '../store/enclosure.store.js';
import { PublicationStore } from '../store/publication.store.js';

export interface ArrangeEnclosuresCommand {
  readonly meetingId: string;
  readonly kind: EnclosureKind;
  readonly version: number;
  /** The words of each by its id; one that is not named keeps its own. */
  readonly captions: ReadonlyMap<string, string>;
  readonly act:
    | { readonly kind: 'save' }
    | { readonly kind: 'move'; readonly id: string; readonly direction: Direction }
    | { readonly kind: 'remove'; readonly id: string };
}

/** Words, order and removal of the photographs or files of a meeting. */
@Injectable()
export class ArrangeEnclosures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publications: PublicationStore,
    private readonly store: EnclosureStore,
  ) {}

  /** Faults at `captions.<id>`; throws stale when somebody changed the meeting since `version`. */
  async execute(actor: Actor, command: ArrangeEnclosuresCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const { meetingId, kind, version, act } = command;
    await this.unitOfWork.run(actor, async (tx) => {
      const meeting = await this.publications.lock(tx, 'meeting', meetingId);
      const there = kind === 'photo' ? await this.store.photos(tx, meetingId) : await this.store.files(tx, meetingId);
      const ids = there.map(({ id }) => id);
      if (act.kind !== 'save' && !ids.includes(act.id)) throw DomainError.notFound();
      if (meeting.version !== version) throw DomainError.stale();
      const captions = ids.flatMap((id) => {
        const typed = command.captions.get(id);
        return typed === undefined || (act.kind === 'remove' && act.id === id)
          ? []
          : [[id, readCaption(typed)] as const];
      });
      refuseWhenFaulty(captions.flatMap(([id, caption]) => captionFaults(caption, `captions.${id}`, kind)));
      for (const [id, caption] of captions) await this.store.caption(tx, kind, id, caption);
      if (act.kind === 'move') await this.store.arrange(tx, kind, moved(ids, act.id, act.direction));
      if (act.kind === 'remove') await this.store.remove(tx, kind, act.id);
      await this.publications.write(tx, 'meeting', { id: meetingId, version }, {});
      const removed = there.find(({ id }) => act.kind === 'remove' && id === act.id);
      const action = removed ? 'record-meeting.enclosure-removed' : 'record-meeting.enclosures-arranged';
      const detail = { kind, ...(removed && { sha256: removed.sha256 }) };
      tx.audit({ action, subjectKind: 'record-meeting', subjectId: meetingId, detail });
    });
  }
}
