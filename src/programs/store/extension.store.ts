import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PeriodExtension } from '../domain/acceptance-period.js';
import { ProgramExtensionRow } from './program-extension-row.js';
import { ProgramVersionRow } from './program-version-row.js';

/** 受付期間の延長: written once, never changed. */
@Injectable()
export class ExtensionStore {
  async add(
    tx: Transaction,
    { programVersionId, closes, reason }: Pick<PeriodExtension, 'programVersionId' | 'closes' | 'reason'>,
  ): Promise<void> {
    await tx.manager.insert(ProgramExtensionRow, {
      municipalityId: tx.municipalityId,
      id: randomUUID(),
      programVersionId,
      closesOn: closes.day,
      closesTime: closes.time,
      reason,
      publishedAt: tx.now,
      publishedBy: tx.actor.name,
    });
  }

  /** Of every edition of the programme's year, newest first: an extension is for everyone who applies in it. */
  async of(tx: Transaction, programId: string, fiscalYear: FiscalYear): Promise<PeriodExtension[]> {
    const versions = await tx.manager.find(ProgramVersionRow, {
      select: { id: true },
      where: { programId, fiscalYear },
    });
    const rows = await tx.manager.find(ProgramExtensionRow, {
      where: { programVersionId: In(versions.map(({ id }) => id)) },
      order: { publishedAt: 'DESC', id: 'ASC' },
    });
    return rows.map(toExtension);
  }
}

const toExtension = ({
  municipalityId: _town,
  closesOn,
  closesTime,
  ...extension
}: ProgramExtensionRow): PeriodExtension => ({ ...extension, closes: { day: closesOn, time: closesTime } });
