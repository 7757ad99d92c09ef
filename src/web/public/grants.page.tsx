import { OPEN_DATA_COLUMNS, type DistrictGrants, type PublicGrantsPage } from '../../disclosure/index.js';
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
  StatusTag,
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
          {view.districts.map((district) => (
            <District district={district} key={district.districtName} />
          ))}
          <OpenData viewer={viewer} year={year} />
        </>
      )}
    </>
  );
}

function District({ district: { districtName, grants, total } }: { district: DistrictGrants }) {
  return (
    <Section title={districtName}>
      <DataTable
        caption={`${districtName}の交付`}
        captionHidden
        cards
        empty="交付はありません。"
        rows={grants}
        columns={[
          { label: '団体', cell: (grant) => grant.organizationName },
          { label: '補助金', cell: (grant) => grant.programName },
          { label: '目的', cell: (grant) => grant.purpose },
          { label: '決定日', tight: true, cell: (grant) => <Day date={grant.decidedOn} /> },
          {
            label: '支払',
            tight: true,
            cell: (grant) =>
              grant.paidOn ? <Day date={grant.paidOn} /> : <StatusTag tone="neutral">支払の前</StatusTag>,
          },
          { label: '交付決定額', align: 'end', cell: (grant) => <Money yen={grant.amount} /> },
        ]}
        totals={grants.length > 1 ? ['合計', '', '', '', '', <Money yen={total} strong />] : undefined}
      />
    </Section>
  );
}

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
