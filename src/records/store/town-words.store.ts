import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { TownWords } from '../domain/town-words.js';
import { TownWordsRow } from './town-words-row.js';

/** What a town said of itself at some time, and who wrote it. */
export interface WrittenWords {
  readonly version: number;
  readonly words: TownWords;
  readonly writtenAt: Date;
  readonly writtenBy: string;
}

/** Every version of a town's words; the newest holds. */
@Injectable()
export class TownWordsStore {
  async newest(tx: Transaction): Promise<WrittenWords | null> {
    const [row] = await tx.manager.find(TownWordsRow, { where: {}, order: { version: 'DESC' }, take: 1 });
    if (!row) return null;
    const { municipalityId: _town, version, writtenAt, writtenBy, ...words } = row;
    return { version, words, writtenAt, writtenBy };
  }

  /** Two who write at the same time get the same number: the second is refused by the key. */
  async append(tx: Transaction, version: number, words: TownWords): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO town_words_versions (municipality_id, version, lead, summary, about, applying, accessibility, privacy,
                                        written_at, written_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING 1`,
      [
        ...[tx.municipalityId, version, words.lead, words.summary, words.about, words.applying],
        ...[words.accessibility, words.privacy],
        ...[tx.now, tx.actor.name],
      ],
    );
    return added.length > 0;
  }
}
