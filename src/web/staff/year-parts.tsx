import type { BudgetLine } from '../../budgets/index.js';
import { hasObstacle, obstacleFaults, type YearStanding } from '../../closing/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { subtractYen, sumYen, yen, type Yen } from '../../kernel/yen.js';
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

interface Figure {
  readonly label: string;
  readonly of: (line: BudgetLine) => Yen;
}

const spent = ({ paid, returned }: BudgetLine): Yen => subtractYen(paid, returned);

/** While the year is open: what is committed will still be paid; only what nobody claims any more is going to be unused. */
const OPEN_FIGURES: readonly Figure[] = [
  { label: ACCOUNT.ceiling, of: ({ ceiling }) => ceiling },
  { label: '差引支払額', of: spent },
  { label: '執行予定', of: (line) => subtractYen(line.committed, spent(line)) },
  { label: ACCOUNT.reserved, of: ({ reserved }) => reserved },
  { label: '不用見込み', of: ({ ceiling, committed, reserved }) => yen(ceiling - committed - reserved) },
];

/** 決算: 不用額 is what was not spent of the ceiling, and part of it the commitments that nobody ordered. */
const finalFigures = (restOf: (lineId: string) => Yen): readonly Figure[] => [
  { label: ACCOUNT.ceiling, of: ({ ceiling }) => ceiling },
  { label: ACCOUNT.paid, of: ({ paid }) => paid },
  { label: ACCOUNT.returned, of: ({ returned }) => returned },
  { label: '差引支払額', of: spent },
  { label: '不用額', of: (line) => subtractYen(line.ceiling, spent(line)) },
  { label: 'うち負担行為の残り', of: ({ id }) => restOf(id) },
];

interface YearLinesProps {
  readonly viewer: Viewer;
  readonly lines: readonly BudgetLine[];
  /** What lapses, or lapsed, of commitments with the closing, where the figures are those of the closed year. */
  readonly rests?: readonly { readonly lineId: string; readonly amount: Yen }[];
  readonly linkTo: (lineId: string) => string;
}

/** The money of a year by budget line: as it stands, or with `rests` as it is closed. */
export function YearLines({ viewer, lines, rests, linkTo }: YearLinesProps) {
  const restOf = (lineId: string): Yen =>
    sumYen((rests ?? []).filter((rest) => rest.lineId === lineId).map(({ amount }) => amount));
  const columns = rests ? finalFigures(restOf) : OPEN_FIGURES;
  return (
    <>
      {!rests && lines.length > 0 && (
        <p class="hint">
          執行予定は、負担行為済みでまだ支払っていない額です。不用見込みは、予算現額から負担行為済額と起案中の額を引いた額です。
        </p>
      )}
      <DataTable
        caption="予算科目ごとの執行"
        captionHidden
        cards="dense"
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
    </>
  );
}
