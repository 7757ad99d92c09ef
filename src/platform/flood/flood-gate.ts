import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import { addDays, momentInJapan, timeInJapan } from '../../kernel/local-date.js';
import type { Transaction } from '../database/transaction.js';
import { hashOfSender } from './sender.js';

/** At most so many acts within so many minutes. */
export interface FloodLimit {
  readonly most: number;
  readonly minutes: number;
}

const SECRET_BYTES = 32;
const MINUTE_MS = 60_000;

/**
 * Keeps one sender from flooding what is open without an account. Nobody is locked out: who did too much waits until the
 * oldest of it is past, at the latest until midnight, when every sender is unknown again.
 */
@Injectable()
export class FloodGate {
  /**
   * Counts one act of `kind` by this sender (a network address, `@Sender()` of the web). Throws DomainError
   * `common.too-many` once `limit` is reached, with the time from which another is taken. The count is of this
   * transaction: where acts that fail count too (guessing), give it a `run` of its own.
   */
  async admit(tx: Transaction, kind: string, sender: string, limit: FloodLimit): Promise<void> {
    const hash = hashOfSender(await this.secretOfToday(tx), sender);
    // Acts at once take their places one after the other.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.municipalityId} ${kind} ${hash}`]);
    const since = new Date(tx.now.getTime() - limit.minutes * MINUTE_MS);
    const before = await tx.query<{ at: Date }>(
      `SELECT at FROM flood_acts
        WHERE municipality_id = $1 AND day = $2 AND kind = $3 AND sender_hash = $4 AND at > $5
        ORDER BY at DESC LIMIT $6`,
      [tx.municipalityId, tx.today, kind, hash, since, limit.most],
    );
    const oldest = before[limit.most - 1];
    if (oldest) throw tooMany(tx, new Date(oldest.at.getTime() + limit.minutes * MINUTE_MS));
    await tx.query('INSERT INTO flood_acts (municipality_id, day, kind, sender_hash, at) VALUES ($1, $2, $3, $4, $5)', [
      tx.municipalityId,
      tx.today,
      kind,
      hash,
      tx.now,
    ]);
  }

  /** Throws away the secrets of the days before, and with them every act: nobody can be told from it any more. */
  async forget(tx: Transaction): Promise<void> {
    await tx.query('DELETE FROM flood_days WHERE municipality_id = $1 AND day < $2', [tx.municipalityId, tx.today]);
  }

  private async secretOfToday(tx: Transaction): Promise<string> {
    await tx.query(`INSERT INTO flood_days (municipality_id, day, secret) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
      tx.municipalityId,
      tx.today,
      randomBytes(SECRET_BYTES).toString('hex'),
    ]);
    const [kept] = await tx.query<{ secret: string }>(
      'SELECT secret FROM flood_days WHERE municipality_id = $1 AND day = $2',
      [tx.municipalityId, tx.today],
    );
    if (!kept) throw new Error('the day has no secret');
    return kept.secret;
  }
}

/** Told on the wall clock and rounded up, so that whoever comes at that minute is let in. */
function tooMany(tx: Transaction, free: Date): DomainError {
  const midnight = momentInJapan(addDays(tx.today, 1));
  const until = free < midnight ? free : midnight;
  const seconds = Math.max(1, Math.ceil((until.getTime() - tx.now.getTime()) / 1000));
  const minute = new Date(Math.ceil(until.getTime() / MINUTE_MS) * MINUTE_MS);
  const from = minute < midnight ? timeInJapan(minute).replace(':', '時') + '分' : '明日の午前0時';
  return new DomainError('common.too-many', 'too-many', { from, seconds });
}
