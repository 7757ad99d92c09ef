import type { OpenBudgetLineCommand } from '../../budgets/index.js';
import { municipalityId, type MunicipalityId } from '../../kernel/actor.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { yen } from '../../kernel/yen.js';

export interface DemoBudgetLine extends OpenBudgetLineCommand {
  readonly town: MunicipalityId;
}

const SAMPLE = '見本（令和8年度当初予算として仮に置いた額。実際の科目・予算額ではありません）';

/** The lines from which the grants of 2026 are paid. Codes and ceilings are not the towns' own: 見本. */
export const DEMO_BUDGET_LINES: readonly DemoBudgetLine[] = [
  {
    town: municipalityId('402168'),
    fiscalYear: fiscalYear(2026),
    code: '02-01-11-18',
    name: '協働のまちづくり推進事業費　運営交付金',
    ceiling: yen(6_000_000),
    source: SAMPLE,
  },
  {
    town: municipalityId('402168'),
    fiscalYear: fiscalYear(2026),
    code: '02-01-11-19',
    name: '協働のまちづくり推進事業費　事業補助金',
    ceiling: yen(4_000_000),
    source: SAMPLE,
  },
  {
    town: municipalityId('404012'),
    fiscalYear: fiscalYear(2026),
    code: '02-01-08-18',
    name: '地域づくり推進費　運営交付金',
    ceiling: yen(1_200_000),
    source: SAMPLE,
  },
  {
    town: municipalityId('404012'),
    fiscalYear: fiscalYear(2026),
    code: '02-01-08-19',
    name: '地域づくり推進費　協働のまちづくりモデル事業補助金',
    ceiling: yen(1_000_000),
    source: SAMPLE,
  },
];
