import {
  BUDGET,
  budgetFigures,
  budgetIn,
  makeBudgetWorkbook,
  pointAnswersIn,
  readBudgetWorkbook,
  TAX_CREDIT,
  TAX_CREDIT_AMOUNT,
  type GrantOf,
  type LineChange,
} from '../../../applications/index.js';
import { sectionNamed, type Sections } from '../../../forms/index.js';
import type { BudgetForm } from '../../../programs/index.js';
import { balanceSentence } from '../../shared/budget-words.js';
import type { Upload } from '../../shared/index.js';
import { lineInWords, SIDE_LABEL } from '../budget-side.js';
import type { ComparedWorkbook } from './workbook-desk.js';

/** A 収支予算書 as it is written, of an application or of an amendment. */
export interface WrittenBudget {
  readonly asked: BudgetForm;
  readonly sections: Sections;
  readonly grantOf: GrantOf;
}

export const makeWorkbook = ({ asked, sections }: WrittenBudget): Promise<Buffer> =>
  makeBudgetWorkbook(asked, budgetIn(sectionNamed(sections, BUDGET)).lines);

/** The workbook beside the budget that is kept; what is no line of it (仕入控除税額, answers to points) stays. */
export async function compareWorkbook(
  { asked, sections, grantOf }: WrittenBudget,
  workbook: Upload | null,
): Promise<ComparedWorkbook> {
  const section = sectionNamed(sections, BUDGET);
  const { lines: current, taxCredit } = budgetIn(section);
  const { lines, faults, changes } = await readBudgetWorkbook(asked, current, workbook);
  const points = pointAnswersIn(new Map([[BUDGET, section]]));
  return {
    faults,
    changes: changes.map(({ before, after }) => ({
      side: SIDE_LABEL[(after ?? before)?.side ?? 'expenditure'],
      before: inWords(asked, before),
      after: inWords(asked, after),
    })),
    balance: balanceSentence(budgetFigures(asked, { lines, taxCredit }, grantOf)),
    typed: [
      ...lines.flatMap(({ id, ...cells }) =>
        Object.entries(cells).map(([cell, text]): [string, string] => [`budget[${id}][${cell}]`, text]),
      ),
      [`budget[${TAX_CREDIT}]`, taxCredit.kind],
      [`budget[${TAX_CREDIT_AMOUNT}]`, taxCredit.amount],
      ...Object.entries(points).map(([id, text]): [string, string] => [`pointAnswers[${id}]`, text]),
    ],
    version: section.version,
  };
}

const inWords = (asked: BudgetForm, line: LineChange['before']): string | null =>
  line === null ? null : lineInWords(asked, line);
