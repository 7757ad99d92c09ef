import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** Which edition of the public record this is: counted with every change, so that pages and caches know theirs. */
export interface DisclosureState {
  readonly version: number;
  /** The form in which the record was built; 0 while it never was. */
  readonly shape: number;
  readonly changedAt: Date | null;
}

const NEVER: DisclosureState = { version: 0, shape: 0, changedAt: null };

@Injectable()
export class DisclosureStates {
  async of(tx: Transaction): Promise<DisclosureState> {
    const [row] = await tx.query<{ version: string; shape: number; changedAt: Date }>(
      'SELECT version, shape, changed_at AS "changedAt" FROM disclosure_states WHERE municipality_id = $1',
      [tx.municipalityId],
    );
    return row ? { ...row, version: Number(row.version) } : NEVER;
  }

  /** Something public reads otherwise. The row is locked until the end: no two changes share a number. */
  async count(tx: Transaction): Promise<void> {
    await tx.query(
      `INSERT INTO disclosure_states (municipality_id, version, shape, changed_at) VALUES ($1, 1, 0, $2)
       ON CONFLICT (municipality_id) DO UPDATE SET version = disclosure_states.version + 1, changed_at = $2`,
      [tx.municipalityId, tx.now],
    );
  }

  /** The record was built anew in this form. */
  async built(tx: Transaction, shape: number): Promise<void> {
    await this.count(tx);
    await tx.query('UPDATE disclosure_states SET shape = $2 WHERE municipality_id = $1', [tx.municipalityId, shape]);
  }

  /** Two that follow the same thing at once would write what the slower one read: they take turns. */
  async takeTurns(tx: Transaction, subject: string): Promise<void> {
    await tx.query(
      'SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0)), pg_advisory_xact_lock(hashtextextended($2, 0))',
      [wholeOf(tx), `disclosure ${subject}`],
    );
  }

  /** Until the end of this transaction nobody follows anything; who comes meanwhile looks again afterwards. */
  async alone(tx: Transaction): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [wholeOf(tx)]);
  }
}

const wholeOf = (tx: Transaction): string => `disclosure of ${tx.municipalityId}`;
