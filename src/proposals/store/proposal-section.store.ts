import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Fields, Revision, ParkedText, Section, SectionName, Sections } from '../../forms/index.js';
import { ProposalSectionRevisionRow } from './proposal-section-revision-row.js';
import { ProposalSectionRow } from './proposal-section-row.js';

/** The sections of drafts of proposals, each with its own version and its earlier saves. */
@Injectable()
export class ProposalSectionStore {
  /** Empty sections, so that the first save already has a version to begin from. */
  async open(tx: Transaction, proposalId: string, names: readonly SectionName[]): Promise<void> {
    for (const name of names) {
      await this.insert(tx, ProposalSectionRow, { proposalId, name, version: 1, fields: [], parked: [] });
      await this.insert(tx, ProposalSectionRevisionRow, { proposalId, name, version: 1, fields: [], page: '' });
    }
  }

  async all(tx: Transaction, proposalId: string): Promise<Sections> {
    const rows = await tx.manager.findBy(ProposalSectionRow, { proposalId });
    return new Map(rows.map((row) => [row.name, toSection(row)]));
  }

  /** Throws not-found. */
  async getForUpdate(tx: Transaction, proposalId: string, name: SectionName): Promise<Section> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await tx.manager.findOne(ProposalSectionRow, { where: { proposalId, name }, lock });
    if (!row) throw DomainError.notFound();
    return toSection(row);
  }

  /** The saves from `version` on, oldest first. */
  async revisionsFrom(tx: Transaction, proposalId: string, name: SectionName, version: number): Promise<Revision[]> {
    const rows = await tx.manager.find(ProposalSectionRevisionRow, {
      where: { proposalId, name, version: MoreThanOrEqual(version) },
      order: { version: 'ASC' },
    });
    return rows.map((row) => ({ version: row.version, page: row.page, fields: new Map(row.fields) }));
  }

  /** The caller holds the row (`getForUpdate`). `page` names the opened page that saves. */
  async save(
    tx: Transaction,
    proposalId: string,
    section: Pick<Section, 'name' | 'version'>,
    saved: { readonly fields: Fields; readonly parked: readonly ParkedText[]; readonly page: string },
  ): Promise<void> {
    const { name, version } = section;
    const fields = [...saved.fields];
    const next = { fields, version: version + 1, savedAt: tx.now, savedBy: tx.actor.name };
    await tx.manager.update(ProposalSectionRow, { proposalId, name }, { ...next, parked: saved.parked });
    await this.insert(tx, ProposalSectionRevisionRow, {
      proposalId,
      name,
      fields,
      version: version + 1,
      page: saved.page,
    });
  }

  private async insert(
    tx: Transaction,
    entity: typeof ProposalSectionRow | typeof ProposalSectionRevisionRow,
    values: object,
  ): Promise<void> {
    await tx.manager.insert(entity, {
      ...values,
      municipalityId: tx.municipalityId,
      savedAt: tx.now,
      savedBy: tx.actor.name,
    });
  }
}

const toSection = ({ name, fields, parked, version, savedAt, savedBy }: ProposalSectionRow): Section => ({
  name,
  fields: new Map(fields),
  parked,
  version,
  savedAt,
  savedBy,
});
