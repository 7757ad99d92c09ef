import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { LeftText } from '../domain/carry-draft.js';
import { ApplicationLeftoverRow } from './application-leftover-row.js';

/** 前の版での回答 of drafts: kept for good, shown until somebody has dealt with them. */
@Injectable()
export class LeftoverStore {
  /**
   * The caller holds the application. A text that is kept already is not kept twice; `page`, where an opened page of the
   * old edition brings them, replaces what the same page brought before.
   */
  async keep(tx: Transaction, applicationId: string, texts: readonly LeftText[], page: string | null): Promise<void> {
    for (const [position, { section, label, text, writtenBy }] of texts.entries()) {
      const place = { applicationId, section, label };
      if (await tx.manager.existsBy(ApplicationLeftoverRow, { ...place, text })) continue;
      if (page !== null) {
        const { affected } = await tx.manager.update(ApplicationLeftoverRow, { ...place, page }, { text });
        if (affected !== 0) continue;
      }
      await tx.manager.insert(ApplicationLeftoverRow, {
        ...place,
        ...{ text, page, writtenBy, position, id: randomUUID() },
        ...{ municipalityId: tx.municipalityId, keptAt: tx.now, settledAt: null, settledBy: null },
      });
    }
  }

  /** What nobody has dealt with, in the order of the form. */
  async open(tx: Transaction, applicationId: string): Promise<LeftText[]> {
    const rows = await tx.manager.find(ApplicationLeftoverRow, {
      where: { applicationId, settledAt: IsNull() },
      order: { keptAt: 'ASC', position: 'ASC', id: 'ASC' },
    });
    return rows.map(({ section, label, text, writtenBy }) => ({ section, label, text, writtenBy }));
  }

  async settle(tx: Transaction, applicationId: string): Promise<void> {
    const settled = { settledAt: tx.now, settledBy: tx.actor.name };
    await tx.manager.update(ApplicationLeftoverRow, { applicationId, settledAt: IsNull() }, settled);
  }
}
