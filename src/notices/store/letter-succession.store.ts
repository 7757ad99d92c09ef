import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { LaterLetter, SuccessionEffect } from '../domain/checked-letter.js';

@Injectable()
export class LetterSuccessionStore {
  /**
   * Every earlier letter about these records, and every letter that changed those: 取消し after 額の確定 takes both back. Void
   * ones and receipts stay as they are.
   */
  async add(
    tx: Transaction,
    byLetterId: string,
    { subjectIds, effect }: { readonly subjectIds: readonly string[]; readonly effect: SuccessionEffect },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO letter_successions (municipality_id, letter_id, by_letter_id, effect)
       SELECT municipality_id, id, $2, $3 FROM letters
        WHERE municipality_id = $1 AND id <> $2 AND state <> 'void' AND (number IS NOT NULL OR kind = 'claim')
          AND (subject_id = ANY ($4) OR id IN (
            SELECT s.by_letter_id FROM letter_successions s
              JOIN letters e ON e.municipality_id = s.municipality_id AND e.id = s.letter_id
             WHERE s.municipality_id = $1 AND e.subject_id = ANY ($4)))`,
      [tx.municipalityId, byLetterId, effect, subjectIds],
    );
  }

  /** What later letters whose day has come did to this one, oldest first. */
  of(tx: Transaction, letterId: string): Promise<LaterLetter[]> {
    return tx.query<LaterLetter>(
      `SELECT l.number, l.title, l.issued_on::text AS "issuedOn", s.effect,
              nullif(l.content->'amount', 'null') AS amount
         FROM letter_successions s JOIN letters l ON l.municipality_id = s.municipality_id AND l.id = s.by_letter_id
        WHERE s.municipality_id = $1 AND s.letter_id = $2 AND l.state <> 'void' AND l.issued_on <= $3
        ORDER BY l.issued_on, l.issued_at, l.serial`,
      [tx.municipalityId, letterId, tx.today],
    );
  }
}
