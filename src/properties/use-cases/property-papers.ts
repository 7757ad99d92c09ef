import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseTable, type PaperSource } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { writeCsv, type CsvColumn } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { DISPOSAL_KIND_LABELS, type Disposal } from '../domain/disposal.js';
import type { PropertyItem } from '../domain/property.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';

/** 備品台帳 of a case as evidence, each line with what became of it, and the letters about disposals. */
@Injectable()
export class PropertyPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly grants: GrantDirectory,
    private readonly items: PropertyItemStore,
    private readonly disposals: PropertyDisposalStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const grant = await this.grants.byApplication(tx, caseId);
    return grant ? (await this.disposals.ofGrant(tx, grant.id)).map(({ id }) => id) : [];
  }

  async tablesOf(tx: Transaction, caseId: string): Promise<CaseTable[]> {
    const grant = await this.grants.byApplication(tx, caseId);
    const items = grant ? await this.items.ofGrant(tx, grant.id) : [];
    const disposals = grant ? await this.disposals.ofGrant(tx, grant.id) : [];
    const rows = items
      .filter(({ state }) => state === 'held' || state === 'disposed')
      .map((item) => ({
        item,
        disposal: disposals.find(
          ({ itemId, state, outcome }) => itemId === item.id && state === 'issued' && outcome === 'approved',
        ),
      }));
    return rows.length === 0 ? [] : [{ name: '備品台帳', bytes: writeCsv(COLUMNS, rows) }];
  }
}

interface Row {
  readonly item: PropertyItem;
  readonly disposal: Disposal | undefined;
}

const COLUMNS: readonly CsvColumn<Row>[] = [
  { header: '品名', cell: ({ item }) => item.name },
  { header: '種類', cell: ({ item }) => item.category },
  { header: '数量', cell: ({ item }) => String(item.quantity) },
  { header: '取得価格', cell: ({ item }) => item.price },
  { header: '取得日', cell: ({ item }) => item.boughtOn },
  { header: '保管場所', cell: ({ item }) => item.keptAt },
  { header: '耐用年数', cell: ({ item }) => String(item.usefulYears) },
  { header: '処分制限の終わる日', cell: ({ item }) => item.restrictedUntil },
  { header: '処分の方法', cell: ({ disposal }) => (disposal ? DISPOSAL_KIND_LABELS[disposal.kind] : '') },
  { header: '処分を承認した日', cell: ({ disposal }) => disposal?.issuedOn ?? '' },
  { header: '納付を求めた額', cell: ({ disposal }) => disposal?.payBack ?? '' },
];
