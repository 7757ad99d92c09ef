import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { municipalityId, type MunicipalityId } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  refuseUnfitDefinition,
  type Municipality,
  type MunicipalityDefinition,
  type Section,
  type SectionRole,
} from '../domain/municipality.js';
import { MunicipalityRow } from './municipality-row.js';
import { SectionRow } from './section-row.js';

/**
 * The towns of this installation and their sections. The list of towns is public and read outside a transaction
 * (`bySlug`, `byId`, `all`); inside one use `of(tx)`, because a second connection could starve a small pool.
 */
@Injectable()
export class Municipalities {
  constructor(private readonly dataSource: DataSource) {}

  async bySlug(slug: string): Promise<Municipality | null> {
    const row = await this.dataSource.manager.findOneBy(MunicipalityRow, { slug });
    return row && toMunicipality(row);
  }

  /** Throws not-found for an unknown code. */
  byId(id: MunicipalityId): Promise<Municipality> {
    return this.find(this.dataSource.manager, id);
  }

  /** The town in which this transaction runs. */
  of(tx: Transaction): Promise<Municipality> {
    return this.find(tx.manager, tx.municipalityId);
  }

  /** The town in which this transaction runs; null while it is not open. */
  async perhapsOf(tx: Transaction): Promise<Municipality | null> {
    const row = await tx.manager.findOneBy(MunicipalityRow, { id: tx.municipalityId });
    return row && toMunicipality(row);
  }

  async all(): Promise<Municipality[]> {
    const rows = await this.dataSource.manager.find(MunicipalityRow, { order: { id: 'ASC' } });
    return rows.map(toMunicipality);
  }

  async sectionOf(tx: Transaction, sectionId: string): Promise<Section> {
    const row = await tx.manager.findOneBy(SectionRow, { id: sectionId });
    if (!row) throw DomainError.notFound();
    return toSection(row);
  }

  async sections(tx: Transaction): Promise<Section[]> {
    const rows = await tx.manager.find(SectionRow, { order: { code: 'ASC' } });
    return rows.map(toSection);
  }

  /** The section that handles grants, e.g. コミュニティ推進課. */
  promotionSection(tx: Transaction): Promise<Section> {
    return this.sectionWithRole(tx, 'promotion');
  }

  /** The section of the 会計管理者. */
  treasurySection(tx: Transaction): Promise<Section> {
    return this.sectionWithRole(tx, 'treasury');
  }

  /** Opens a town with its sections, or brings an open one up to date; the transaction must run in that very town. */
  async open(tx: Transaction, definition: MunicipalityDefinition): Promise<Municipality> {
    refuseUnfitDefinition(definition);
    if (definition.id !== tx.municipalityId) throw DomainError.forbidden();
    const { sections, ...town } = definition;
    await tx.manager.save(tx.manager.create(MunicipalityRow, town));
    const known = await tx.manager.find(SectionRow);
    const rows = sections.map((section) =>
      tx.manager.create(SectionRow, {
        ...section,
        municipalityId: town.id,
        id: known.find((row) => row.code === section.code)?.id ?? randomUUID(),
      }),
    );
    await tx.manager.save(rows);
    tx.audit({ action: 'municipality.opened', subjectKind: 'municipality', subjectId: town.id });
    return town;
  }

  private async find(manager: EntityManager, id: MunicipalityId): Promise<Municipality> {
    const row = await manager.findOneBy(MunicipalityRow, { id });
    if (!row) throw DomainError.notFound();
    return toMunicipality(row);
  }

  private async sectionWithRole(tx: Transaction, role: SectionRole): Promise<Section> {
    return toSection(await tx.manager.findOneByOrFail(SectionRow, { role }));
  }
}

const toMunicipality = (row: MunicipalityRow): Municipality => ({ ...row, id: municipalityId(row.id) });

const toSection = ({ municipalityId: _town, role: _role, ...section }: SectionRow): Section => section;
