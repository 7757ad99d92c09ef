import type { BudgetLine } from '../../budgets/index.js';
import { hasObstacle, obstacleFaults, type YearStanding } from '../../closing/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { subtractYen, sumYen, type Yen } from '../../kernel/yen.js';
import { DataTable, messageFor, Money, Notice, type Viewer } from '../shared/index.js';
import { ACCOUNT } from '../shared/ledger-words.js';

/** What still hinders the closing, each in a sentence that says what to do. */
export function ObstacleNotice({ standing: { year, obstacles } }: { standing: YearStanding }) {
  if (!hasObstacle(obstacles)) {
    return <Notice tone="info" title={`${formatFiscalYear(year)}は閉鎖できます。`} />;
  }
  return (
    <Notice tone="info" title={`${formatFiscalYear(year)}は、まだ閉鎖できません。`}>
      <ul>
        {obstacleFaults(obstacles).map(({ code, params }) => (
          <li key={code}>{messageFor(code, params)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** 支払済 after 戻入 is what the year has spent; 不用額 is what is left of the ceiling. */
export function YearLines({
  viewer,
  lines,
  linkTo,
}: {
  viewer: Viewer;
  lines: readonly BudgetLine[];
  linkTo: (lineId: string) => string;
}) {
  const spent = ({ paid, returned }: BudgetLine): Yen => subtractYen(paid, returned);
  const columns: readonly { label: string; of: (line: BudgetLine) => Yen }[] = [
    { label: ACCOUNT.ceiling, of: ({ ceiling }) => ceiling },
    { label: ACCOUNT.committed, of: ({ committed }) => committed },
    { label: ACCOUNT.paid, of: ({ paid }) => paid },
    { label: ACCOUNT.returned, of: ({ returned }) => returned },
    { label: '差引支払額', of: spent },
    { label: '不用額', of: (line) => subtractYen(line.ceiling, spent(line)) },
  ];
  return (
    <DataTable
      caption="予算科目ごとの執行"
      captionHidden
      cards
      rows={lines}
      columns={[
        {
          label: '予算科目',
          cell: ({ id, name, code }) => (
            <>
              <a href={viewer.url(linkTo(id))}>{name}</a>
              <p class="hint">{code}</p>
            </>
          ),
        },
        ...columns.map(({ label, of }) => ({
          label,
          align: 'end' as const,
          tight: true,
          cell: (line: BudgetLine) => <Money yen={of(line)} />,
        })),
      ]}
      totals={['合計', ...columns.map(({ of }) => <Money yen={sumYen(lines.map(of))} strong />)]}
      empty="この年度の予算科目はありません。"
    />
  );
}
