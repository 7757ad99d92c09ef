import { GRANTS_ON_A_PAGE, type PublicGrantsPage, type PublicSum } from '../../../disclosure/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatYen, groupDigits } from '../../../kernel/yen.js';
import {
  Button,
  ButtonRow,
  EmptyState,
  Figure,
  FigureRow,
  Form,
  Money,
  Section,
  Select,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { GrantRows } from './grant-rows.js';
import { SumsWithChart } from './sums-with-chart.js';

interface Props {
  readonly viewer: Viewer;
  readonly view: PublicGrantsPage;
}

/** The year's grants by school district: to whom, for what, how much; and what they come to. */
export function GrantsPage({ viewer, view }: Props) {
  const { year, districts, programs, fields, byYear, found } = view;
  const named = formatFiscalYear(year);
  const granted = districts.length > 0;
  return (
    <>
      <Filter viewer={viewer} view={view} />
      {granted ? (
        <>
          <FigureRow>
            <Figure label="交付の件数">{groupDigits(found.grants)}件</Figure>
            <Figure label="交付額の合計" note="変更・取消し・額の確定のあと">
              <Money yen={found.granted} />
            </Figure>
            <Figure
              label="支払済"
              note={found.paidBack > 0n ? `うち${formatYen(found.paidBack)}は返還されました` : undefined}
            >
              <Money yen={found.paid} />
            </Figure>
          </FigureRow>
          <Found viewer={viewer} view={view} />
          <Section title={`${named}の内訳`}>
            <SumsWithChart
              title="校区ごとの交付額"
              heading="校区"
              sums={districts}
              href={({ key }) => viewer.url(`districts/${key}`, { year: String(year) })}
            />
            {fields.length > 1 && (
              <SumsWithChart
                title="分野ごとの交付額"
                heading="分野"
                sums={fields}
                href={({ key }) => viewer.url('grants', { year: String(year), field: key })}
              />
            )}
            {programs.length > 1 && (
              <SumsWithChart
                title="補助制度ごとの交付額"
                heading="補助制度"
                sums={programs}
                href={({ key }) => viewer.url('grants', { year: String(year), program: key })}
              />
            )}
          </Section>
        </>
      ) : (
        <EmptyState title={`${named}の交付はまだありません。`}>
          <p>交付決定通知書を出した補助金から、ここに載ります。</p>
        </EmptyState>
      )}
      {byYear.length > 1 && (
        <Section title="年度ごとの移り変わり">
          <SumsWithChart
            title="年度ごとの交付額"
            heading="年度"
            sums={byYear}
            nameOf={yearOf}
            href={({ key }) => viewer.url('grants', { year: key })}
          />
        </Section>
      )}
      <Section title="データで使う">
        <p>
          この一覧は、CSVとJSONでも公開しています。自由に使えます。個人の情報は含みません。
          <br />
          <a href={viewer.url('open-data')}>オープンデータのページ</a>
        </p>
      </Section>
    </>
  );
}

const yearOf = ({ key }: PublicSum): string => formatFiscalYear(Number(key) as PublicGrantsPage['year']);

/** What is chosen can be given up again. */
const choices = (sums: readonly PublicSum[], chosen: string) => ({
  ...(chosen === '' && { prompt: 'すべて' }),
  options: [
    ...(chosen === '' ? [] : [{ value: '', label: 'すべて' }]),
    ...sums.map(({ key, name }) => ({ value: key, label: name })),
  ],
});

/** One form: a year, a district, a programme, a field, words; all by their address, so that a search can be handed on. */
function Filter({ viewer, view: { question, years, districts, programs, fields } }: Props) {
  return (
    <Form action={viewer.url('grants')} method="get" label="交付をさがす">
      <div class="filter-fields">
        <Select
          name="year"
          label="年度"
          value={String(question.year)}
          options={years.map((each) => ({ value: String(each), label: formatFiscalYear(each) }))}
        />
        {districts.length > 1 && (
          <Select
            name="district"
            label="校区"
            value={question.districtId}
            {...choices(districts, question.districtId)}
          />
        )}
        {programs.length > 1 && (
          <Select
            name="program"
            label="補助制度"
            value={question.programId}
            {...choices(programs, question.programId)}
          />
        )}
        {fields.length > 1 && (
          <Select name="field" label="分野" value={question.field} {...choices(fields, question.field)} />
        )}
        <TextField name="words" label="団体や事業の名前" value={question.words} />
      </div>
      <ButtonRow>
        <Button kind="secondary">さがす</Button>
      </ButtonRow>
    </Form>
  );
}

function Found({ viewer, view }: Props) {
  const { rows, found, question, from } = view;
  if (rows.length === 0) {
    return (
      <EmptyState title="この条件に合う交付はありません。">
        <p>
          条件を減らすか、言葉を短くして、もう一度さがしてください。
          <a href={viewer.url('grants', { year: String(question.year) })}>この年度のすべての交付を見る</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <GrantRows
        viewer={viewer}
        caption="交付の一覧"
        rows={rows}
        showing={['district', 'organization']}
        totals={from === 0 && rows.length === found.grants ? found : null}
      />
      <Pages viewer={viewer} view={view} />
    </>
  );
}

/** The same question further on; nothing where one page holds everything. */
function Pages({ viewer, view: { question, from, found } }: Props) {
  if (found.grants <= GRANTS_ON_A_PAGE && from === 0) return null;
  const { year, districtId, programId, field, words } = question;
  const at = (start: number): string =>
    viewer.url('grants', {
      year: String(year),
      ...(districtId !== '' && { district: districtId }),
      ...(programId !== '' && { program: programId }),
      ...(field !== '' && { field }),
      ...(words !== '' && { words }),
      ...(start > 0 && { from: String(start) }),
    });
  const last = Math.min(found.grants, from + GRANTS_ON_A_PAGE);
  return (
    <nav class="button-row" aria-label="一覧のページの移動">
      <span>
        {groupDigits(from + 1)}～{groupDigits(last)}件目（全{groupDigits(found.grants)}件）
      </span>
      {from > 0 && <a href={at(Math.max(0, from - GRANTS_ON_A_PAGE))}>前の{GRANTS_ON_A_PAGE}件</a>}
      {last < found.grants && <a href={at(last)}>次の{Math.min(GRANTS_ON_A_PAGE, found.grants - last)}件</a>}
    </nav>
  );
}
