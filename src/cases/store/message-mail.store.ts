import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { ToldSoFar } from '../domain/message-mail.js';
import { CaseMailRow } from './case-mail-row.js';

/** What is known of the mails about a thread. */
@Injectable()
export class MessageMailStore {
  /** Whoever asks first is answered first: others wait until that transaction has told, or not. */
  async hold(tx: Transaction, caseId: string): Promise<ToldSoFar> {
    const key = [tx.municipalityId, caseId];
    await tx.query(`INSERT INTO case_mails (municipality_id, case_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, key);
    const [held] = await tx.query<{ mailedAt: Date | null }>(
      `SELECT mailed_at AS "mailedAt" FROM case_mails WHERE municipality_id = $1 AND case_id = $2 FOR UPDATE`,
      key,
    );
    const [opened] = await tx.query<{ at: Date | null }>(
      `SELECT max(o.opened_at) AS at FROM case_message_openings o
         JOIN case_messages m ON m.municipality_id = o.municipality_id AND m.id = o.message_id
        WHERE m.municipality_id = $1 AND m.case_id = $2 AND m.sender = 'staff'`,
      key,
    );
    return { mailedAt: held?.mailedAt ?? null, openedAt: opened?.at ?? null };
  }

  async record(tx: Transaction, caseId: string): Promise<void> {
    await tx.manager.update(CaseMailRow, { caseId }, { mailedAt: tx.now });
  }
}
