import { BUDGET_COLUMNS } from './budget-columns.js';
import { GRANT_COLUMNS } from './grant-columns.js';
import type { OpenDataColumn } from './open-data-column.js';
import { ORGANIZATION_COLUMNS } from './organization-columns.js';
import { PROPOSAL_COLUMNS } from './proposal-columns.js';

/** One table of open data: its address, and what stands in it. */
export interface DataSet<Row = never> {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly OpenDataColumn<Row>[];
}

/** What is published as CSV and as JSON; the pages of explanation and the files are made from the same columns. */
export const DATA_SETS = {
  grants: {
    name: 'grants',
    title: '交付した補助金',
    about: 'だれに、何のために、いくら交付し、どうなったか。1行が一つの交付です。',
    columns: GRANT_COLUMNS,
  },
  organizations: {
    name: 'organizations',
    title: '登録した団体',
    about: 'まちづくり組織の名称、校区、行政区。1行が一つの団体です。役員の情報は含みません。',
    columns: ORGANIZATION_COLUMNS,
  },
  budgets: {
    name: 'budgets',
    title: '予算と執行',
    about: '補助金の予算と、そこから交付した額。1行が一つの予算科目と年度です。',
    columns: BUDGET_COLUMNS,
  },
  proposals: {
    name: 'proposals',
    title: '企画提案',
    about: '募集に寄せられた提案と、その扱い。1行が一つの提案です。募集が終わってから載ります。',
    columns: PROPOSAL_COLUMNS,
  },
} as const satisfies Readonly<Record<string, DataSet>>;
export type DataSetName = keyof typeof DATA_SETS;

/** クリエイティブ・コモンズ 表示 4.0 国際. */
export const LICENCE = {
  name: 'CC BY 4.0',
  title: 'クリエイティブ・コモンズ 表示 4.0 国際',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.ja',
} as const;

/** One row as JSON: amounts as numbers, which they fit. */
export const rowAsJson = <Row>(columns: readonly OpenDataColumn<Row>[], row: Row): Record<string, unknown> =>
  Object.fromEntries(
    columns.map(({ name, cell }) => {
      const value = cell(row);
      return [name, typeof value === 'bigint' ? Number(value) : value];
    }),
  );
