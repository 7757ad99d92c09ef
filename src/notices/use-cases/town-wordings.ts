import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Medium } from '../domain/medium.js';
import { TownWordingStore } from '../store/town-wording.store.js';

/** The texts of one medium by their kinds. */
export type TownTexts = ReadonlyMap<string, string>;

/** 文例 that a town words itself, brought from its folder as a whole. */
@Injectable()
export class TownWordings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: TownWordingStore,
  ) {}

  /**
   * From now on the town says this; where a kind is left out, the house's words hold again. Letters that were issued keep
   * theirs. Answers with the kinds whose words changed.
   */
  replace(actor: Actor, medium: Medium, texts: TownTexts): Promise<{ readonly changed: readonly string[] }> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      const known = await this.store.all(tx, medium);
      const kinds = [...new Set([...known.keys(), ...texts.keys()])].sort();
      const changed = kinds.filter((kind) => known.get(kind) !== texts.get(kind));
      for (const kind of changed) {
        const text = texts.get(kind);
        if (text === undefined) await this.store.remove(tx, medium, kind);
        else await this.store.save(tx, medium, kind, text);
        const detail = { medium, kind, own: text !== undefined };
        tx.audit({ action: 'town-wording.changed', subjectKind: 'town-wording', subjectId: tx.municipalityId, detail });
      }
      return { changed };
    });
  }
}
