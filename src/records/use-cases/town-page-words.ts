import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { faultsInWords, sameWords, shownWords, trimmedWords, type TownWords } from '../domain/town-words.js';
import { TownWordsStore, type WrittenWords } from '../store/town-words.store.js';
import { PUBLIC_FACE_READERS } from './public-face-readers.js';

/** 町の紹介文: read by everyone, written by promotion staff. */
@Injectable()
export class TownPageWords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: TownWordsStore,
  ) {}

  /** As visitors read them: neutral where the town has written none. */
  async shown(tx: Transaction): Promise<TownWords> {
    return shownWords((await this.store.newest(tx))?.words ?? null);
  }

  /** As they were written last; null while the town has written none. */
  async written(tx: Transaction): Promise<WrittenWords | null> {
    requireDuty(tx.actor, ...PUBLIC_FACE_READERS);
    return this.store.newest(tx);
  }

  /**
   * Faults at the fields; throws stale when somebody wrote since `version` (0: there were none). The same words again,
   * as after a double click, change nothing.
   */
  async write(actor: Actor, { typed, version }: { typed: TownWords; version: number }): Promise<void> {
    requireDuty(actor, 'promotion');
    const words = trimmedWords(typed);
    refuseWhenFaulty(faultsInWords(words));
    await this.unitOfWork.run(actor, async (tx) => {
      const newest = await this.store.newest(tx);
      if (newest && sameWords(newest.words, words)) return;
      if ((newest?.version ?? 0) !== version) throw DomainError.stale();
      if (!(await this.store.append(tx, version + 1, words))) throw DomainError.stale();
      const detail = { version: version + 1 };
      tx.audit({ action: 'town-words.written', subjectKind: 'town-words', subjectId: tx.municipalityId, detail });
    });
  }
}
