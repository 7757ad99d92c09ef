import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { OpenMatter } from '../domain/open-matter.js';
import { ClosedYearRow } from './closed-year-row.js';

/** The record of a closing: when, by whom, and what it left open. */
export type ClosedYear = Omit<ClosedYearRow, 'municipalityId'>;

@Injectable()
export class ClosedYearStore {
  async add(tx: Transaction, year: FiscalYear, note: string, carried: readonly OpenMatter[]): Promise<void> {
    await tx.manager.insert(ClosedYearRow, {
      ...{ municipalityId: tx.municipalityId, fiscalYear: year, note },
      ...{ closedOn: tx.today, closedAt: tx.now, closedBy: tx.actor.name },
      carried: carried.map(({ kind, id, programName, name, amount, openWith }) => ({
        ...{ kind, id, programName, name, openWith },
        amount: amount === null ? null : String(amount),
      })),
    } as never);
  }

  find(tx: Transaction, year: FiscalYear): Promise<ClosedYear | null> {
    return tx.manager.findOneBy(ClosedYearRow, { fiscalYear: year });
  }

  async years(tx: Transaction): Promise<number[]> {
    return (await tx.manager.find(ClosedYearRow)).map(({ fiscalYear }) => fiscalYear);
  }
}
