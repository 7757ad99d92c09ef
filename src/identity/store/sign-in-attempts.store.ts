import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Attempts } from '../domain/slow-down.js';
import { SignInAttemptsRow } from './sign-in-attempts-row.js';

const KEPT_MS = 24 * 3_600_000;

@Injectable()
export class SignInAttemptStore {
  /** Locks the key, also when nobody tried it before: attempts at once take their places one after the other. */
  async forUpdate(tx: Transaction, key: string): Promise<Attempts | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.municipalityId} ${key}`]);
    return tx.manager.findOneBy(SignInAttemptsRow, { key });
  }

  async keep(tx: Transaction, key: string, attempts: Attempts): Promise<void> {
    await tx.manager.upsert(SignInAttemptsRow, { municipalityId: tx.municipalityId, key, ...attempts }, [
      'municipalityId',
      'key',
    ]);
  }

  /** A success forgets the attempts before it, and sweeps what nobody will ask for again. */
  async forget(tx: Transaction, key: string): Promise<void> {
    await tx.manager.delete(SignInAttemptsRow, { key });
    await tx.manager.delete(SignInAttemptsRow, { lastAt: LessThan(new Date(tx.now.getTime() - KEPT_MS)) });
  }
}
