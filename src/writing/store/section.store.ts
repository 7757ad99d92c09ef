import { MoreThanOrEqual, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import type { Fields, ParkedText, Revision, Section, SectionName, Sections } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { SectionRevisionRow } from './section-revision-row.js';
import type { SectionRow } from './section-row.js';

/** The sections of what is written, each with its own version and its earlier saves; a stage names its two tables. */
export abstract class SectionStore {
  protected abstract readonly rows: EntityTarget<SectionRow>;
  protected abstract readonly revisions: EntityTarget<SectionRevisionRow>;

  /** The order in which `all` tells the sections. */
  protected readonly order: FindOptionsOrder<SectionRow> = { name: 'ASC' };

  /** Sections to begin with, so that the first save already has a version to start from. */
  async open(
    tx: Transaction,
    ownerId: string,
    names: readonly SectionName[],
    fields: Fields = new Map(),
  ): Promise<void> {
    for (const name of names) {
      const first = { ...savedNow(tx), ownerId, name, version: 1, fields: [...fields] };
      await tx.manager.insert(this.rows, { ...first, parked: [], ...this.opened(tx) } as never);
      await tx.manager.insert(this.revisions, { ...first, page: '' } as never);
    }
  }

  async all(tx: Transaction, ownerId: string): Promise<Sections> {
    const rows = await tx.manager.find(this.rows, { where: { ...this.standing(), ownerId }, order: this.order });
    return new Map(rows.map((row) => [row.name, toSection(row)]));
  }

  /** Throws not-found. */
  async getForUpdate(tx: Transaction, ownerId: string, name: SectionName): Promise<Section> {
    const where = { ...this.standing(), ownerId, name };
    const row = await tx.manager.findOne(this.rows, { where, lock: { mode: 'pessimistic_write' } });
    if (!row) throw DomainError.notFound();
    return toSection(row);
  }

  /** The saves from `version` on, oldest first. */
  async revisionsFrom(tx: Transaction, ownerId: string, name: SectionName, version: number): Promise<Revision[]> {
    const where = { ownerId, name, version: MoreThanOrEqual(version) };
    const rows = await tx.manager.find(this.revisions, { where, order: { version: 'ASC' } });
    return rows.map((row) => ({ version: row.version, page: row.page, fields: new Map(row.fields) }));
  }

  /** The caller holds the row (`getForUpdate`). `page` names the opened page that saves. */
  async save(
    tx: Transaction,
    ownerId: string,
    { name, version }: Pick<Section, 'name' | 'version'>,
    saved: { readonly fields: Fields; readonly parked: readonly ParkedText[]; readonly page: string },
  ): Promise<void> {
    const next = { ...savedNow(tx), fields: [...saved.fields], version: version + 1 };
    const key = { municipalityId: tx.municipalityId, ownerId, name };
    await tx.manager.update(this.rows, key, { ...next, parked: saved.parked } as never);
    await tx.manager.insert(this.revisions, { ...next, ownerId, name, page: saved.page } as never);
  }

  /** What a stage's own columns hold at the beginning. */
  protected opened(_tx: Transaction): object {
    return {};
  }

  /** Which sections count, where a stage can take one out. */
  protected standing(): FindOptionsWhere<SectionRow> {
    return {};
  }
}

const savedNow = (tx: Transaction) => ({
  ...{ municipalityId: tx.municipalityId, savedAt: tx.now, savedBy: tx.actor.name },
});

const toSection = ({ name, fields, parked, version, savedAt, savedBy }: SectionRow): Section => ({
  ...{ name, parked, version, savedAt, savedBy },
  fields: new Map(fields),
});
