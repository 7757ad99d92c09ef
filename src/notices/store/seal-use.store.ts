import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { IssuedLetter } from '../domain/issued-letter.js';
import { LetterRow } from './letter-row.js';
import { toIssuedLetter } from './letter.store.js';
import { SealUseRow } from './seal-use-row.js';

/** One line of the register of seals used. */
export type SealUse = Omit<SealUseRow, 'municipalityId'>;

const MOST = 1000;

@Injectable()
export class SealUseStore {
  async add(tx: Transaction, use: SealUse): Promise<void> {
    await tx.manager.insert(SealUseRow, { ...use, municipalityId: tx.municipalityId });
  }

  isSealed(tx: Transaction, letterId: string): Promise<boolean> {
    return tx.manager.existsBy(SealUseRow, { letterId });
  }

  async list(tx: Transaction): Promise<SealUse[]> {
    const rows = await tx.manager.find(SealUseRow, { order: { usedOn: 'DESC', recordedAt: 'DESC' }, take: MOST });
    return rows.map(({ municipalityId: _town, ...use }) => use);
  }

  /** Letters on paper with room for the seal that no line of the register names, in the order of their issue. */
  async unsealedLetters(tx: Transaction): Promise<IssuedLetter[]> {
    const rows = await tx.manager
      .createQueryBuilder(LetterRow, 'letter')
      .where('letter.municipality_id = :town', { town: tx.municipalityId })
      .andWhere(`letter.delivery = 'paper' AND letter.state = 'drawn'`)
      .andWhere(`letter.content -> 'sender' ->> 'seal' = 'space'`)
      .andWhere(
        `NOT EXISTS (SELECT FROM seal_uses used
                      WHERE used.municipality_id = letter.municipality_id AND used.letter_id = letter.id)`,
      )
      .orderBy('letter.issuedAt')
      .addOrderBy('letter.id')
      .take(MOST)
      .getMany();
    return rows.map((row) => toIssuedLetter(row, tx.today));
  }
}
