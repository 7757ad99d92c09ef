import type { RuleTrial, TriedApplication } from '../../applications/index.js';
import type { BudgetLine } from '../../budgets/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatYen, subtractYen, sumYen } from '../../kernel/yen.js';
import type { ProgramVersion } from '../../programs/index.js';
import {
  ButtonLink,
  ButtonRow,
  DataTable,
  EmptyState,
  Figure,
  FigureRow,
  Money,
  Notice,
  SubNavigation,
  type Viewer,
} from '../shared/index.js';
import { Difference } from './program-difference.js';
import { remarkOf } from './program-trial-csv.js';
import { editionInWords } from './program-words.js';

export interface SentTrial {
  readonly version: ProgramVersion;
  readonly trial: RuleTrial;
  readonly budgetLine: BudgetLine;
}

/** Every application that was sent, by the rule of this edition, and what that means for the budget. */
export function ProgramTrialSentPage({
  viewer,
  trial: { version, trial, budgetLine },
}: {
  viewer: Viewer;
  trial: SentTrial;
}) {
  const path = `staff/programs/${version.id}/trial/applications`;
  const { year, years, rows } = trial;
  if (year === null) {
    return (
      <EmptyState title="この補助制度の申請は、まだ提出されていません。">
        <p>
          <a href={viewer.url(`staff/programs/${version.id}/trial`)}>例を入力して算定を試す</a>ことができます。
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      {years.length > 1 && (
        <SubNavigation
          label="試す年度"
          items={years.map((each) => ({
            label: `${formatFiscalYear(each)}の申請`,
            href: viewer.url(path, { year: String(each) }),
            current: each === year,
          }))}
        />
      )}
      <p>
        {formatFiscalYear(year)}に提出された{String(rows.length)}件の申請を、この版（{editionInWords(version)}
        ）の決まりで計算しました。数値と経費は提出されたときのものです。何も保存されません。
      </p>
      <Totals rows={rows} version={version} budgetLine={budgetLine} />
      <TrialTable viewer={viewer} rows={rows} />
      <ButtonRow>
        <ButtonLink
          kind="secondary"
          href={viewer.url(`staff/programs/${version.id}/trial/applications.csv`, { year: String(year) })}
        >
          表をCSVで保存する
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function Totals({ rows, version, budgetLine }: Pick<SentTrial, 'version' | 'budgetLine'> & Pick<RuleTrial, 'rows'>) {
  const after = sumYen(rows.flatMap((row) => row.after?.total ?? []));
  const left = subtractYen(budgetLine.ceiling, after);
  const unknown = rows.filter((row) => row.after === null).length;
  return (
    <>
      <FigureRow>
        <Figure label="申請のときの合計">
          <Money yen={sumYen(rows.map(({ before }) => before))} />
        </Figure>
        <Figure label="この版での合計">
          <Money yen={after} />
        </Figure>
        <Figure label="予算額" note={`${budgetLine.code} ${budgetLine.name}`}>
          <Money yen={budgetLine.ceiling} />
        </Figure>
        <Figure label="予算額との差">
          <Money yen={left} />
        </Figure>
      </FigureRow>
      {left < 0n && (
        <Notice tone="warning" title={`合計が予算額を${formatYen(subtractYen(after, budgetLine.ceiling))}超えます`}>
          <p>
            {version.document.rule.overSubscription
              ? 'この版では、申請の合計が予算を超えるときに按分します。表の額は按分の前のものです。'
              : '金額、上限、予算額のどれかを見直してください。'}
          </p>
        </Notice>
      )}
      {unknown > 0 && (
        <Notice tone="warning" title={`${String(unknown)}件は計算できませんでした`}>
          <p>合計には入っていません。理由は表の備考にあります。</p>
        </Notice>
      )}
    </>
  );
}

function TrialTable({ viewer, rows }: { viewer: Viewer; rows: readonly TriedApplication[] }) {
  const known = rows.filter((row) => row.after !== null);
  const after = sumYen(known.flatMap((row) => row.after?.total ?? []));
  return (
    <DataTable
      caption="申請ごとの額"
      empty="提出された申請はありません。"
      cards
      keyboard
      rows={rows}
      columns={[
        {
          label: '団体',
          cell: ({ application, title }) => (
            <>
              <a href={viewer.url(`staff/applications/${application.id}`)}>{application.organizationName}</a>
              <br />
              {title}
            </>
          ),
        },
        { label: '申請のとき', align: 'end', tight: true, cell: ({ before }) => <Money yen={before} /> },
        { label: 'この版', align: 'end', tight: true, cell: (row) => <Money yen={row.after?.total ?? null} /> },
        {
          label: '差',
          align: 'end',
          tight: true,
          cell: (row) => row.after && <Difference yen={subtractYen(row.after.total, row.before)} />,
        },
        { label: '備考', cell: remarkOf },
      ]}
      totals={[
        '計算できた申請の合計',
        <Money yen={sumYen(known.map(({ before }) => before))} strong />,
        <Money yen={after} strong />,
        <Difference yen={subtractYen(after, sumYen(known.map(({ before }) => before)))} />,
        '',
      ]}
    />
  );
}
