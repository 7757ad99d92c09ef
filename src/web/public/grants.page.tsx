import { OPEN_DATA_COLUMNS, type PublicGrant, type PublicGrantsPage } from '../../disclosure/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Details,
  EmptyState,
  Figure,
  FigureRow,
  Form,
  Money,
  Section,
  Select,
  type Viewer,
} from '../shared/index.js';

/** The year's grants by school district: to whom, for what, how much. */
export function GrantsPage({ viewer, view }: { viewer: Viewer; view: PublicGrantsPage }) {
  const year = String(view.year);
  return (
    <>
      {view.years.length > 1 && (
        <Form action={viewer.url('grants')} method="get" label="年度を選ぶ">
          <Select
            name="year"
            label="年度"
            value={year}
            options={view.years.map((each) => ({ value: String(each), label: formatFiscalYear(each) }))}
          />
          <ButtonRow>
            <Button kind="secondary">この年度を見る</Button>
          </ButtonRow>
        </Form>
      )}
      {view.count === 0 ? (
        <EmptyState title={`${formatFiscalYear(view.year)}の交付はまだありません。`}>
          <p>交付決定通知書を出した補助金から、ここに載ります。</p>
        </EmptyState>
      ) : (
        <>
          <FigureRow>
            <Figure label="交付の件数">{view.count}件</Figure>
            <Figure label="交付決定額の合計">
              <Money yen={view.total} />
            </Figure>
            <Figure label="校区">{view.districts.length}校区</Figure>
          </FigureRow>
          <GrantTable view={view} />
          <OpenData viewer={viewer} year={year} />
        </>
      )}
    </>
  );
}

/** One table in the order of the districts: short enough to compare, and to print on one sheet. */
function GrantTable({ view }: { view: PublicGrantsPage }) {
  return (
    <DataTable
      caption="校区ごとの交付"
      captionHidden
      cards
      empty="交付はありません。"
      rows={view.districts.flatMap(({ grants }) => grants)}
      columns={[
        { label: '校区', tight: true, cell: (grant) => grant.districtName },
        { label: '団体', cell: (grant) => grant.organizationName },
        {
          label: '補助金と目的',
          cell: (grant) => (
            <>
              {grant.programName}
              <p class="grant-purpose">{grant.purpose}</p>
            </>
          ),
        },
        { label: '決定日', tight: true, cell: (grant) => <Day date={grant.decidedOn} /> },
        { label: '支払日', tight: true, cell: (grant) => <Payment grant={grant} /> },
        { label: '交付決定額', align: 'end', cell: (grant) => <Money yen={grant.amount} /> },
      ]}
      totals={[`合計 ${String(view.count)}件`, '', '', '', '', <Money yen={view.total} strong />]}
    />
  );
}

/** The day of the last payment; of a grant that is paid in parts also what has arrived. */
const Payment = ({ grant: { paidOn, paidAmount, amount } }: { grant: PublicGrant }) => (
  <>
    <Day date={paidOn} />
    {paidOn && paidAmount < amount && (
      <>
        <br />
        <span class="hint">
          うち
          <Money yen={paidAmount} />
        </span>
      </>
    )}
  </>
);

function OpenData({ viewer, year }: { viewer: Viewer; year: string }) {
  return (
    <Section title="データで使う">
      <p>この一覧をCSV（UTF-8）でダウンロードできます。個人の情報は含みません。</p>
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url('grants.csv', { year })} download>
          grants.csv をダウンロードする
        </ButtonLink>
      </ButtonRow>
      <Details summary="列の説明">
        <dl>
          {OPEN_DATA_COLUMNS.map(({ header, meaning }) => (
            <div key={header}>
              <dt>{header}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </Section>
  );
}
