import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { writeCsv } from '../../platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DATA_SETS, LICENCE, rowAsJson, type DataSetName } from '../domain/open-data/data-sets.js';
import type { OpenDataColumn } from '../domain/open-data/open-data-column.js';
import type { Publisher } from '../domain/open-data/publisher.js';
import { threeSixtyGiving } from '../domain/open-data/three-sixty-giving.js';
import { DisclosureStates } from '../store/disclosure-state.store.js';
import { PublicBudgetStore } from '../store/public-budget.store.js';
import { PublicGrantLists } from '../store/public-grant-lists.js';
import { PublicOrganizationStore } from '../store/public-organization.store.js';
import { PublishedProposals } from './published-proposals.js';

/** Which edition of the public record answers: the same tag, the same record. */
export interface RecordEdition {
  readonly tag: string;
  /** The years that pages offer begin with the present one. */
  readonly today: LocalDate;
  /** null while nothing was ever published. */
  readonly changedAt: Date | null;
}

/** The files of open data: everything that is public, and nothing about a person. */
@Injectable()
export class WriteOpenData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly states: DisclosureStates,
    private readonly grants: PublicGrantLists,
    private readonly organizations: PublicOrganizationStore,
    private readonly budgets: PublicBudgetStore,
    private readonly proposals: PublishedProposals,
  ) {}

  edition(actor: Actor): Promise<RecordEdition> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { version, changedAt } = await this.states.of(tx);
      return { tag: String(version), today: tx.today, changedAt };
    });
  }

  /** Whether there is anything to hand out as 360Giving, which knows no empty file. */
  holdsGrants(actor: Actor): Promise<boolean> {
    return this.unitOfWork.read(actor, async (tx) => (await this.grants.years(tx)).length > 0);
  }

  /** UTF-8 with BOM; amounts as bare numbers. Throws `disclosure.not-by-year`. */
  csv(actor: Actor, name: DataSetName, year?: FiscalYear): Promise<Buffer> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { columns, rows } = await this.table(tx, name, year);
      return writeCsv(columns, rows);
    });
  }

  /** The same rows with what they mean: licence, source, day and columns stand in `meta`. */
  json(actor: Actor, name: DataSetName, publisher: Publisher, year?: FiscalYear): Promise<Buffer> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { columns, rows } = await this.table(tx, name, year);
      const { changedAt } = await this.states.of(tx);
      const meta = {
        title: DATA_SETS[name].title,
        description: DATA_SETS[name].about,
        publisher: publisher.name,
        licence: LICENCE,
        attribution: `出典：${publisher.name}`,
        updated: changedAt?.toISOString() ?? null,
        address: `${publisher.address}/open-data/${name}.json${queryOf(year)}`,
        columns: columns.map(({ name: column, header, meaning }) => ({ name: column, header, meaning })),
      };
      return asBytes({ meta, data: rows.map((row) => rowAsJson(columns, row)) });
    });
  }

  /** The address answers while nothing is published, too; the standard asks for one grant, and the file says so. */
  threeSixtyGiving(actor: Actor, publisher: Publisher, year?: FiscalYear): Promise<Buffer> {
    return this.unitOfWork.read(actor, async (tx) => {
      const grants = await this.grants.all(tx, year);
      const { changedAt } = await this.states.of(tx);
      return asBytes(threeSixtyGiving(publisher, grants, { modified: changedAt, query: queryOf(year) }));
    });
  }

  private async table(
    tx: Transaction,
    name: DataSetName,
    year: FiscalYear | undefined,
  ): Promise<{ columns: readonly OpenDataColumn<unknown>[]; rows: readonly unknown[] }> {
    const columns = DATA_SETS[name].columns as readonly OpenDataColumn<never>[] as readonly OpenDataColumn<unknown>[];
    if (name === 'grants') {
      const codes = await this.budgets.codes(tx);
      const grants = await this.proposals.withoutUnpublished(tx, await this.grants.all(tx, year));
      return { columns, rows: grants.map((grant) => ({ ...grant, budgetCode: codes.get(grant.budgetLineId) ?? '' })) };
    }
    if (name === 'organizations') {
      if (year !== undefined) throw new DomainError('disclosure.not-by-year', 'not-found');
      return { columns, rows: await this.organizations.list(tx) };
    }
    if (name === 'proposals') return { columns, rows: await this.proposals.all(tx, year) };
    return { columns, rows: await this.budgets.execution(tx, year) };
  }
}

/** What a file of one year has behind its address. */
const queryOf = (year: FiscalYear | undefined): string => (year === undefined ? '' : `?year=${String(year)}`);

const asBytes = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`, 'utf8');
