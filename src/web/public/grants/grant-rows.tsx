import {
  nameOfGrant,
  PUBLIC_STATE_LABELS,
  type ListedGrant,
  type PublicState,
  type PublicTotal,
} from '../../../disclosure/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { DataTable, Day, Money, StatusTag, type Column, type Tone, type Viewer } from '../../shared/index.js';

type Context = 'year' | 'district' | 'organization';

interface Props {
  readonly viewer: Viewer;
  readonly caption: string;
  readonly rows: readonly ListedGrant[];
  /** What the page around the list does not say of every row already. */
  readonly showing: readonly Context[];
  /** Of all rows; null where the list is only a part of them. */
  readonly totals: PublicTotal | null;
}

const TONES: Readonly<Record<PublicState, Tone>> = {
  decided: 'info',
  changed: 'info',
  discontinued: 'warning',
  'partly-revoked': 'warning',
  revoked: 'danger',
  determined: 'success',
};

export const GrantState = ({ state }: { state: PublicState }) => (
  <StatusTag tone={TONES[state]}>{PUBLIC_STATE_LABELS[state]}</StatusTag>
);

/** Published grants, each leading to its own page; on a phone every row becomes a card. */
export function GrantRows({ viewer, caption, rows, showing, totals }: Props) {
  const returned = rows.some(({ paidBack }) => paidBack > 0n);
  const context: Readonly<Record<Context, Column<ListedGrant>>> = {
    year: { label: '年度', tight: true, cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
    district: {
      label: '校区',
      tight: true,
      cell: ({ districtId, districtName }) => <a href={viewer.url(`districts/${districtId}`)}>{districtName}</a>,
    },
    organization: {
      label: '団体',
      cell: ({ organizationId, organizationName }) => (
        <a href={viewer.url(`organizations/${organizationId}`)}>{organizationName}</a>
      ),
    },
  };
  const columns: Column<ListedGrant>[] = [
    {
      label: '事業・補助金',
      heading: true,
      cell: (grant) => (
        <>
          <a href={viewer.url(`grants/${grant.id}`)}>{nameOfGrant(grant)}</a>
          {grant.title !== '' && <p class="grant-purpose">{grant.programName}</p>}
          {grant.purpose !== '' && <p class="grant-purpose grant-aim">{grant.purpose}</p>}
          {grant.direction !== null && <p class="grant-purpose">今後の方向性：{grant.direction}</p>}
        </>
      ),
    },
    ...showing.map((each) => context[each]),
    { label: '状態', tight: true, cell: ({ state }) => <GrantState state={state} /> },
    { label: '決定日', tight: true, cell: ({ decidedOn }) => <Day date={decidedOn} /> },
    { label: '交付額', align: 'end', tight: true, cell: (grant) => <Amount grant={grant} /> },
    { label: '支払済', align: 'end', tight: true, cell: ({ paidAmount }) => <Money yen={paidAmount} /> },
    ...(returned
      ? [
          {
            ...{ label: 'うち返還', align: 'end' as const, tight: true },
            cell: ({ paidBack }: ListedGrant) => <Money yen={paidBack} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      empty="交付はありません。"
      rows={rows}
      columns={columns}
      totals={
        totals && rows.length > 1
          ? [
              `合計 ${String(totals.grants)}件`,
              ...Array.from({ length: showing.length + 2 }, () => ''),
              <Money yen={totals.granted} strong />,
              <Money yen={totals.paid} strong />,
              ...(returned ? [<Money yen={totals.paidBack} strong />] : []),
            ]
          : undefined
      }
    />
  );
}

/** What is in force, and what had been decided where that was another amount. */
const Amount = ({ grant: { amount, amountInForce } }: { grant: ListedGrant }) => (
  <>
    <Money yen={amountInForce} />
    {amount !== amountInForce && (
      <>
        <br />
        <span class="hint">
          決定時 <Money yen={amount} />
        </span>
      </>
    )}
  </>
);
