import type { BudgetLine } from '../../budgets/index.js';
import type { Execution, Milestone, Wait, YearFigures } from '../../closing/index.js';
import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { daysBetween, type LocalDate } from '../../kernel/local-date.js';
import { subtractYen, sumYen, type Yen } from '../../kernel/yen.js';
import { DataTable, Day, Money, Section, SubNavigation, type Viewer } from '../shared/index.js';
import { BarChart } from '../shared/charts.js';
import { ACCOUNT } from '../shared/ledger-words.js';
import { linePath } from './budget-words.js';
import { yearPath } from './year-words.js';

interface ExecutionPageProps {
  readonly viewer: Viewer;
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly figures: YearFigures;
  readonly today: LocalDate;
}

const MILESTONE: Readonly<Record<Milestone, string>> = {
  submitted: '申請の提出',
  passed: '審査の終了',
  decided: '交付決定',
  issued: '通知',
  claimed: '請求',
  ordered: '支出命令',
  paid: '支払',
};

/** 執行状況: each chart stands over the table that holds its figures. */
export function ExecutionPage({ viewer, year, years, figures, today }: ExecutionPageProps) {
  return (
    <>
      <SubNavigation
        label="年度"
        items={years.map((each) => ({
          label: formatFiscalYear(each),
          href: viewer.url(yearPath(each, 'execution')),
          current: each === year,
        }))}
      />
      <Section title="予算科目">
        <Lines viewer={viewer} lines={figures.lines} />
      </Section>
      <Section title="補助制度">
        <Executions name="補助制度" rows={figures.programs} />
      </Section>
      <Section title="校区">
        <Executions name="校区" rows={figures.districts} />
      </Section>
      <Section title="手続にかかった日数">
        <Waits waits={figures.waits} />
      </Section>
      <Section title={`期限を過ぎた実績報告（${String(figures.lateReports.length)}件）`}>
        <DataTable
          caption="期限を過ぎた実績報告"
          captionHidden
          cards="dense"
          rows={figures.lateReports}
          columns={[
            {
              label: '団体',
              cell: ({ applicationId, organizationName }) => (
                <a href={viewer.url(`staff/applications/${applicationId}`)}>{organizationName}</a>
              ),
            },
            { label: '事業', cell: ({ title }) => title },
            { label: '期限', tight: true, cell: ({ correctBy, dueOn }) => <Day date={correctBy ?? dueOn} /> },
            {
              label: '遅れ',
              align: 'end',
              tight: true,
              cell: ({ correctBy, dueOn }) => `${String(daysBetween(correctBy ?? dueOn, today))}日`,
            },
          ]}
          empty="期限を過ぎた実績報告はありません。"
        />
      </Section>
    </>
  );
}

const spentOf = ({ paid, returned }: BudgetLine): Yen => subtractYen(paid, returned);

function Lines({ viewer, lines }: { viewer: Viewer; lines: readonly BudgetLine[] }) {
  return (
    <>
      {lines.length > 0 && (
        <BarChart
          label="予算科目ごとの執行。金額は下の表のとおりです。"
          legend={[
            { kind: 'done', text: '支払済額（戻入後）' },
            { kind: 'part', text: ACCOUNT.committed },
            { kind: 'whole', text: ACCOUNT.ceiling },
          ]}
          bars={lines.map((line) => ({
            label: line.name,
            parts: [
              { kind: 'whole', value: Number(line.ceiling) },
              { kind: 'part', value: Number(line.committed) },
              { kind: 'done', value: Number(spentOf(line)) },
            ],
          }))}
        />
      )}
      <DataTable
        caption="予算科目ごとの執行"
        captionHidden
        cards="dense"
        rows={lines}
        columns={[
          { label: '予算科目', cell: ({ id, name }) => <a href={viewer.url(linePath(id))}>{name}</a> },
          { label: ACCOUNT.ceiling, align: 'end', tight: true, cell: ({ ceiling }) => <Money yen={ceiling} /> },
          { label: ACCOUNT.committed, align: 'end', tight: true, cell: ({ committed }) => <Money yen={committed} /> },
          { label: '支払済額', align: 'end', tight: true, cell: (line) => <Money yen={spentOf(line)} /> },
          { label: '執行率', align: 'end', tight: true, cell: (line) => percent(spentOf(line), line.ceiling) },
        ]}
        totals={[
          '合計',
          <Money yen={sumYen(lines.map(({ ceiling }) => ceiling))} strong />,
          <Money yen={sumYen(lines.map(({ committed }) => committed))} strong />,
          <Money yen={sumYen(lines.map(spentOf))} strong />,
          percent(sumYen(lines.map(spentOf)), sumYen(lines.map(({ ceiling }) => ceiling))),
        ]}
        empty="この年度の予算科目はまだありません。"
      />
    </>
  );
}

function Executions({ name, rows }: { name: string; rows: readonly Execution[] }) {
  const total = (of: (row: Execution) => Yen): Yen => sumYen(rows.map(of));
  // Only where a closed year left something that a later one paid.
  const hasLater = rows.some(({ later }) => later > 0n);
  return (
    <>
      {rows.length > 0 && (
        <BarChart
          label={`${name}ごとの交付額と支払済額。金額は下の表のとおりです。`}
          legend={[
            { kind: 'done', text: '支払済額（戻入後）' },
            { kind: 'part', text: '交付額' },
          ]}
          bars={rows.map((row) => ({
            label: row.name,
            parts: [
              { kind: 'part', value: Number(row.granted) },
              { kind: 'done', value: Number(row.spent) },
            ],
          }))}
        />
      )}
      <DataTable
        caption={`${name}ごとの執行`}
        captionHidden
        cards="dense"
        rows={rows}
        columns={[
          { label: name, cell: (row) => row.name },
          { label: '件数', align: 'end', tight: true, cell: ({ count }) => `${String(count)}件` },
          { label: '交付額', align: 'end', tight: true, cell: ({ granted }) => <Money yen={granted} /> },
          { label: '支払済額', align: 'end', tight: true, cell: ({ spent }) => <Money yen={spent} /> },
          ...(hasLater
            ? [
                {
                  ...{ label: '翌年度以降の支払', align: 'end' as const, tight: true },
                  cell: ({ later }: Execution) => (later > 0n ? <Money yen={later} /> : ''),
                },
              ]
            : []),
          {
            ...{ label: '支払の割合', align: 'end', tight: true },
            cell: ({ spent, later, granted }) => percent(sumYen([spent, later]), granted),
          },
        ]}
        totals={[
          '合計',
          `${String(rows.reduce((sum, { count }) => sum + count, 0))}件`,
          <Money yen={total(({ granted }) => granted)} strong />,
          <Money yen={total(({ spent }) => spent)} strong />,
          ...(hasLater ? [<Money yen={total(({ later }) => later)} strong />] : []),
          percent(
            total(({ spent, later }) => sumYen([spent, later])),
            total(({ granted }) => granted),
          ),
        ]}
        empty="この年度の交付決定はまだありません。"
      />
      {rows.some(({ granted, spent, later }) => spent + later > granted) && (
        <p class="hint">
          支払済額が交付額より多いのは、返還されていない額か、閉鎖の後に返還されて翌年度以降の歳入になった額があるためです。
        </p>
      )}
    </>
  );
}

function Waits({ waits }: { waits: readonly Wait[] }) {
  const days = (number: number | null): string => (number === null ? '' : `${String(number)}日`);
  const label = ({ from, to }: Wait): string => `${MILESTONE[from]}から${MILESTONE[to]}まで`;
  return (
    <>
      <BarChart
        label="手続ごとの日数。数は下の表のとおりです。"
        legend={[
          { kind: 'done', text: '半数がこの日数以内' },
          { kind: 'whole', text: '最も長くかかった日数' },
        ]}
        bars={waits.map((wait) => ({
          label: label(wait),
          parts: [
            { kind: 'whole', value: wait.longest ?? 0 },
            { kind: 'done', value: wait.median ?? 0 },
          ],
        }))}
      />
      <DataTable
        caption="手続ごとの日数"
        captionHidden
        cards="dense"
        rows={waits}
        columns={[
          { label: '手続', cell: label },
          { label: '件数', align: 'end', tight: true, cell: ({ count }) => `${String(count)}件` },
          { label: '半数がこの日数以内', align: 'end', tight: true, cell: ({ median }) => days(median) },
          { label: '最も長い日数', align: 'end', tight: true, cell: ({ longest }) => days(longest) },
        ]}
        empty="まだ数えるものがありません。"
      />
    </>
  );
}

/** `64.3%`, cut to a tenth; blank where there is no whole. */
function percent(part: Yen, whole: Yen): string {
  if (whole <= 0n) return '';
  const tenths = (part * 1000n) / whole;
  return `${String(tenths / 10n)}.${String(tenths % 10n)}%`;
}
