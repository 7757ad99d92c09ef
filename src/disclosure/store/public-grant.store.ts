import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { In, Not } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PublicGrant, PublicPhotograph } from '../domain/public-grant.js';
import { PublicGrantRow } from './public-grant-row.js';

/** The published grants, one by one; lists and sums are `PublicGrantLists`. */
@Injectable()
export class PublicGrantStore {
  /** Whether anything reads otherwise now: an event that is delivered again changes nothing. */
  async put(tx: Transaction, grant: PublicGrant): Promise<boolean> {
    const before = await tx.manager.findOneBy(PublicGrantRow, { id: grant.id });
    const row = { ...toRow(grant), municipalityId: tx.municipalityId };
    if (before && isDeepStrictEqual({ ...before }, { ...row, updatedAt: before.updatedAt })) return false;
    await tx.manager.upsert(PublicGrantRow, { ...row, updatedAt: tx.now } as never, ['municipalityId', 'id']);
    return true;
  }

  async remove(tx: Transaction, id: string): Promise<boolean> {
    return ((await tx.manager.delete(PublicGrantRow, { id })).affected ?? 0) > 0;
  }

  async removeOthers(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.manager.delete(PublicGrantRow, { id: Not(In([...ids])) });
  }

  /** Empty where nothing is published yet. */
  async photographsOf(tx: Transaction, id: string): Promise<readonly PublicPhotograph[]> {
    return (await tx.manager.findOneBy(PublicGrantRow, { id }))?.photographs ?? [];
  }

  /** Throws not-found for what is not public. */
  async get(tx: Transaction, id: string): Promise<PublicGrant & { readonly updatedAt: Date }> {
    const row = UUID.test(id) ? await tx.manager.findOneBy(PublicGrantRow, { id }) : null;
    if (!row) throw DomainError.notFound();
    return { ...toPublicGrant(row), updatedAt: row.updatedAt };
  }
}

/** Anybody may type an address; the database refuses what is no id with an error of its own. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const toRow = ({ steps, ...grant }: PublicGrant): Omit<PublicGrantRow, 'municipalityId' | 'updatedAt'> => ({
  ...grant,
  steps: steps.map(({ amount, ...step }) => ({ ...step, amount: amount === null ? null : amount.toString() })),
});

export const toPublicGrant = ({
  municipalityId: _town,
  updatedAt: _at,
  steps,
  ...row
}: PublicGrantRow): PublicGrant => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
  steps: steps.map(({ amount, ...step }) => ({ ...step, amount: amount === null ? null : yen(amount) })),
});
