import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Call, CallDocument, CallState } from '../domain/call.js';
import { CallExtensionRow } from './call-extension-row.js';
import { CallRow } from './call-row.js';

type Change = Partial<CallDocument & Pick<Call, 'state' | 'publishedAt' | 'withdrawalReason'>>;

export interface CallExtension {
  readonly closed: LocalDate;
  readonly closes: LocalDate;
  readonly reason: string;
  readonly extendedAt: Date;
  readonly extendedBy: string;
}

/** Rows of calls. Drafts are for staff; whoever reads for the public asks for what is published. */
@Injectable()
export class CallStore {
  async add(tx: Transaction, document: CallDocument): Promise<string> {
    const id = randomUUID();
    await tx.manager.insert(CallRow, {
      ...columnsOf(document),
      ...{ id, municipalityId: tx.municipalityId, state: 'draft', publishedAt: null, withdrawalReason: '' },
      ...{ lastNumber: 0, version: 1, createdAt: tx.now, createdBy: tx.actor.name },
    } as never);
    return id;
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Call> {
    return found(await tx.manager.findOneBy(CallRow, { id }));
  }

  /** The same, and nobody else changes it or numbers a proposal of it until this transaction ends. */
  async lock(tx: Transaction, id: string): Promise<Call> {
    return found(await tx.manager.findOne(CallRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  /** Newest first. */
  async all(tx: Transaction, ...states: readonly CallState[]): Promise<Call[]> {
    const rows = await tx.manager.find(CallRow, {
      where: states.length > 0 ? { state: In(states) } : {},
      order: { fiscalYear: 'DESC', opens: 'DESC', createdAt: 'DESC' },
    });
    return rows.map(toCall);
  }

  /** The caller holds the row. Throws stale when another version stands. */
  async save(tx: Transaction, { id, version }: Pick<Call, 'id' | 'version'>, change: Change): Promise<void> {
    const values = { ...columnsOf(change), version: version + 1 };
    const { affected } = await tx.manager.update(CallRow, { id, version }, values as never);
    if (affected !== 1) throw DomainError.stale();
  }

  async extend(tx: Transaction, callId: string, extension: Pick<CallExtension, 'closed' | 'closes' | 'reason'>) {
    const by = { extendedAt: tx.now, extendedBy: tx.actor.name, municipalityId: tx.municipalityId };
    await tx.manager.insert(CallExtensionRow, { ...extension, ...by, callId, id: randomUUID() });
  }

  async extensions(tx: Transaction, callId: string): Promise<CallExtension[]> {
    return tx.manager.find(CallExtensionRow, { where: { callId }, order: { extendedAt: 'ASC' } });
  }

  /** The next 第n号; the caller holds the row. */
  async nextNumber(tx: Transaction, id: string): Promise<number> {
    const row = await tx.manager.findOneByOrFail(CallRow, { id });
    await tx.manager.update(CallRow, { id }, { lastNumber: row.lastNumber + 1 });
    return row.lastNumber + 1;
  }
}

const columnsOf = <Some extends Change>({ proposers, ...rest }: Some) => ({
  ...rest,
  ...(proposers ? { proposers: [...proposers] } : {}),
});

const found = (row: CallRow | null): Call => {
  if (!row) throw DomainError.notFound();
  return toCall(row);
};

function toCall(row: CallRow): Call {
  const { municipalityId: _town, lastNumber: _number, createdAt: _at, createdBy: _by, ...call } = row;
  return { ...call, fiscalYear: fiscalYear(call.fiscalYear) };
}
