import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import type { ParkedText, Revision, Section, Sections } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { ReportSectionRevisionRow } from './report-section-revision-row.js';
import { ReportSectionRow } from './report-section-row.js';

/** The sections of reports, each with its own version and its earlier saves; a receipt is a section of its own. */
@Injectable()
export class ReportSectionStore {
  /** Sections to begin with, so that the first save already has a version to start from. */
  async open(
    tx: Transaction,
    reportId: string,
    names: readonly string[],
    fields: readonly (readonly [string, string])[] = [],
  ): Promise<void> {
    const saved = { municipalityId: tx.municipalityId, savedAt: tx.now, savedBy: tx.actor.name };
    for (const name of names) {
      const first = { ...saved, reportId, name, version: 1, fields };
      await tx.manager.insert(ReportSectionRow, { ...first, parked: [], openedAt: tx.now, removedAt: null });
      await tx.manager.insert(ReportSectionRevisionRow, { ...first, page: '' });
    }
  }

  /** In the order in which they were opened: receipts stand as they were added. */
  async all(tx: Transaction, reportId: string): Promise<Sections> {
    const rows = await tx.manager.find(ReportSectionRow, {
      where: { reportId, removedAt: IsNull() },
      order: { openedAt: 'ASC', name: 'ASC' },
    });
    return new Map(rows.map((row) => [row.name, toSection(row)]));
  }

  /** Throws not-found. */
  async getForUpdate(tx: Transaction, reportId: string, name: string): Promise<Section> {
    const lock = { mode: 'pessimistic_write' } as const;
    const where = { reportId, name, removedAt: IsNull() };
    const row = await tx.manager.findOne(ReportSectionRow, { where, lock });
    if (!row) throw DomainError.notFound();
    return toSection(row);
  }

  /** The saves from `version` on, oldest first. */
  async revisionsFrom(tx: Transaction, reportId: string, name: string, version: number): Promise<Revision[]> {
    const rows = await tx.manager.find(ReportSectionRevisionRow, {
      where: { reportId, name, version: MoreThanOrEqual(version) },
      order: { version: 'ASC' },
    });
    return rows.map((row) => ({ version: row.version, page: row.page, fields: new Map(row.fields) }));
  }

  /** The caller holds the row. `page` names the opened page that saves. */
  async save(
    tx: Transaction,
    reportId: string,
    { name, version }: Pick<Section, 'name' | 'version'>,
    saved: Pick<Section, 'fields'> & { readonly parked: readonly ParkedText[]; readonly page: string },
  ): Promise<void> {
    const fields = [...saved.fields];
    const next = { fields, version: version + 1, savedAt: tx.now, savedBy: tx.actor.name };
    await tx.manager.update(ReportSectionRow, { reportId, name }, { ...next, parked: saved.parked });
    const revision = { ...next, reportId, name, page: saved.page, municipalityId: tx.municipalityId };
    await tx.manager.insert(ReportSectionRevisionRow, revision);
  }

  /** The row stays with everything that was written in it. */
  async remove(tx: Transaction, reportId: string, name: string): Promise<void> {
    await tx.manager.update(ReportSectionRow, { reportId, name }, { removedAt: tx.now });
  }
}

const toSection = ({ name, fields, parked, version, savedAt, savedBy }: ReportSectionRow): Section => ({
  ...{ name, parked, version, savedAt, savedBy },
  fields: new Map(fields),
});
