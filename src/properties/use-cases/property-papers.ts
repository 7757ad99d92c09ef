import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseTable, type PaperSource } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { stampInJapan } from '../../kernel/local-date.js';
import { writeCsv, type CsvColumn } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { DISPOSAL_KIND_LABELS, type Disposal } from '../domain/disposal.js';
import type { ItemAct, ItemActKind, ItemChange } from '../domain/item-act.js';
import type { PropertyItem, PropertyState } from '../domain/property.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemActStore } from '../store/property-item-act.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';

/** 備品台帳 of a case as evidence: each line as it stands, struck ones too, what became of it, and what stood there before. */
@Injectable()
export class PropertyPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly grants: GrantDirectory,
    private readonly items: PropertyItemStore,
    private readonly disposals: PropertyDisposalStore,
    private readonly acts: PropertyItemActStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const { items, disposals } = await this.ofCase(tx, caseId);
    return [...items, ...disposals].map(({ id }) => id);
  }

  async namesOf(tx: Transaction, caseId: string): Promise<Map<string, string>> {
    const { items, disposals } = await this.ofCase(tx, caseId);
    return new Map([
      ...items.map(({ id, name }) => [id, name] as const),
      ...disposals.map(({ id, itemName }) => [id, itemName] as const),
    ]);
  }

  async tablesOf(tx: Transaction, caseId: string): Promise<CaseTable[]> {
    const { items, disposals } = await this.ofCase(tx, caseId);
    if (items.length === 0) return [];
    const acts = await this.acts.ofItems(
      tx,
      items.map(({ id }) => id),
    );
    const rows = items.map((item): Row => ({
      item,
      free: acts.find(({ itemId, kind }) => itemId === item.id && kind === 'disposed'),
      disposal: disposals.find(
        ({ itemId, state, outcome }) => itemId === item.id && state === 'issued' && outcome === 'approved',
      ),
    }));
    const corrections = acts.flatMap((act) => correctionsIn(act, items));
    return [
      { name: '備品台帳', bytes: writeCsv(COLUMNS, rows) },
      ...(corrections.length === 0 ? [] : [{ name: '備品台帳の訂正', bytes: writeCsv(CORRECTIONS, corrections) }]),
      ...(disposals.length === 0 ? [] : [{ name: '財産処分の申請', bytes: writeCsv(DISPOSALS, disposals) }]),
    ];
  }

  private async ofCase(tx: Transaction, caseId: string): Promise<{ items: PropertyItem[]; disposals: Disposal[] }> {
    const grant = await this.grants.byApplication(tx, caseId);
    if (!grant) return { items: [], disposals: [] };
    const items = (await this.items.ofGrant(tx, grant.id)).filter(({ state }) => state !== 'dismissed');
    return { items, disposals: await this.disposals.ofGrant(tx, grant.id) };
  }
}

interface Row {
  readonly item: PropertyItem;
  readonly disposal: Disposal | undefined;
  /** After the restriction had ended. */
  readonly free: ItemAct | undefined;
}

const STATES: Readonly<Record<PropertyState, string>> = {
  held: '保管中',
  disposed: '処分済み',
  struck: '台帳から削除',
  dismissed: '備品でない',
};

const COLUMNS: readonly CsvColumn<Row>[] = [
  { header: '品名', cell: ({ item }) => item.name },
  { header: '種類', cell: ({ item }) => item.category },
  { header: '数量', cell: ({ item }) => item.quantity },
  { header: '取得価格', cell: ({ item }) => item.price },
  { header: '取得日', cell: ({ item }) => item.boughtOn },
  { header: '保管場所', cell: ({ item }) => item.keptAt },
  { header: '耐用年数', cell: ({ item }) => item.usefulYears },
  { header: '処分制限の終わる日', cell: ({ item }) => item.restrictedUntil },
  { header: '状態', cell: ({ item }) => STATES[item.state] },
  {
    header: '処分の方法',
    cell: ({ disposal, free }) => (disposal ? DISPOSAL_KIND_LABELS[disposal.kind] : (free?.reason ?? '')),
  },
  { header: '処分を承認した日', cell: ({ disposal }) => disposal?.issuedOn ?? '' },
  { header: '納付を求めた額', cell: ({ disposal }) => disposal?.payBack ?? '' },
  { header: '制限の後に処分した日', cell: ({ free }) => free?.doneOn ?? '' },
];

const ACTS: Readonly<Record<ItemActKind, string>> = {
  corrected: '訂正',
  struck: '台帳から削除',
  disposed: '制限の後の処分',
};

interface Correction {
  readonly act: ItemAct;
  readonly item: PropertyItem | undefined;
  readonly change: ItemChange | null;
}

/** One row a column that was put right; a line that was struck has one without columns. */
const correctionsIn = (act: ItemAct, items: readonly PropertyItem[]): Correction[] => {
  const item = items.find(({ id }) => id === act.itemId);
  return act.changes.length === 0
    ? [{ act, item, change: null }]
    : act.changes.map((change) => ({ act, item, change }));
};

const CORRECTIONS: readonly CsvColumn<Correction>[] = [
  { header: '品名（今の台帳）', cell: ({ item }) => item?.name ?? '' },
  { header: '内容', cell: ({ act }) => ACTS[act.kind] },
  { header: '項目', cell: ({ change }) => change?.label ?? '' },
  { header: '前', cell: ({ change }) => change?.before ?? '' },
  { header: '後', cell: ({ change }) => change?.after ?? '' },
  { header: '理由', cell: ({ act }) => act.reason },
  { header: '日付', cell: ({ act }) => act.doneOn },
  { header: '記録した人', cell: ({ act }) => act.recordedBy },
  { header: '記録した日時', cell: ({ act }) => stampInJapan(act.recordedAt) },
];

const DISPOSALS: readonly CsvColumn<Disposal>[] = [
  { header: '品名', cell: ({ itemName }) => itemName },
  { header: '申請日', cell: ({ appliedOn }) => appliedOn },
  { header: '申請した人', cell: ({ appliedBy }) => appliedBy },
  { header: '処分の方法', cell: ({ kind }) => DISPOSAL_KIND_LABELS[kind] },
  { header: '処分の予定日', cell: ({ plannedOn }) => plannedOn },
  { header: '処分で得る額', cell: ({ proceeds }) => proceeds },
  { header: '処分の理由', cell: ({ reason }) => reason },
  { header: '結果', cell: outcomeInWords },
  { header: '差戻しの理由', cell: ({ note }) => note },
  { header: '決裁日', cell: ({ decidedOn }) => decidedOn },
  { header: '通知書の番号', cell: ({ letterNumber }) => letterNumber },
  { header: '通知書の日付', cell: ({ issuedOn }) => issuedOn },
  { header: '納付を求めた額', cell: ({ payBack }) => payBack },
  { header: '条件・不承認の理由', cell: ({ terms }) => terms },
];

function outcomeInWords({ state, outcome }: Disposal): string {
  if (state === 'returned') return '差戻し';
  if (state === 'withdrawn') return '取下げ';
  if (outcome === null) return '審査中';
  return outcome === 'approved' ? '承認' : '不承認';
}
