import { folded } from '../../kernel/text.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import { lineInWords } from './budget-places.js';
import { isEligible } from './budget-warnings.js';
import type { CarryForwardOffer, EarlierApplication, LeftBehind, NotCarried } from './earlier-application.js';
import { BUDGET } from './form.js';
import { SIDE_WORDS } from './line-cells.js';
import { basisIn, GRANT_LINE, readBudget, type AskedBudget, type BudgetLine } from './planned-budget.js';
import { linesIn, pointerOf } from './sections.js';
import { type Section } from '../../forms/index.js';
import { restoreBudget } from './stored-budget.js';
import { NO_TAX_CREDIT, taxCreditInWords } from './tax-credit.js';
import { blankLine, readLineAmount, SIDES, writeLine, type Side, type TypedLine } from './typed-line.js';

/** The lines of an earlier 収支予算書 as lines of this one; the grant is never copied, because it is worked out. */
export function carriedLines(
  asked: AskedBudget,
  section: Section,
  { content, sameProgram }: Pick<EarlierApplication, 'content' | 'sameProgram'>,
): CarryForwardOffer {
  const budget = restoreBudget(content.budget);
  const carried = SIDES.flatMap((side) =>
    budget[side].map((line) => {
      const category = categoryFor(asked, side, line, sameProgram);
      if (line.id === GRANT_LINE) return leftBehind(side, line, 'grant-line');
      return category === null
        ? leftBehind(side, line, 'category-gone')
        : offered(asked, section, side, line, category);
    }),
  );
  const taxCredit: NotCarried[] = budget.taxCredit
    ? [{ label: '仕入控除税額', earlier: taxCreditInWords(budget.taxCredit), why: 'tax-credit' }]
    : [];
  return {
    offers: carried.flatMap(({ offers }) => offers),
    notCarried: [...carried.flatMap(({ notCarried }) => notCarried), ...taxCredit],
  };
}

const labelOf = (side: Side, { label }: BudgetLine): string => `${SIDE_WORDS[side]}：${label}`;

const leftBehind = (side: Side, line: BudgetLine, why: LeftBehind, earlier = lineInWords(line)): CarryForwardOffer => ({
  offers: [],
  notCarried: [{ label: labelOf(side, line), earlier, why }],
});

function categoryFor(asked: AskedBudget, side: Side, line: BudgetLine, sameProgram: boolean): string | null {
  const categories: readonly { readonly id: string; readonly label: string }[] = asked[side];
  const own = sameProgram ? categories.find(({ id }) => id === line.category) : undefined;
  return (own ?? categories.find(({ label }) => folded(label) === folded(line.label)))?.id ?? null;
}

/** A line keeps its id: copied twice, it is still one. */
function offered(
  asked: AskedBudget,
  section: Section,
  side: Side,
  line: BudgetLine,
  category: string,
): CarryForwardOffer {
  const written = linesIn(section);
  const typed = typedAgain(asked, side, line, category);
  const text = writeLine(typed);
  const now = written.find(({ id }) => id === line.id);
  const offer = {
    ...{ section: BUDGET, field: line.id, place: pointerOf(BUDGET, line.id), label: labelOf(side, line) },
    ...{ earlier: lineInWords(line), now: now ? typedInWords(asked, now) : '', text, note: null },
    same: section.fields.get(line.id) === text,
    ticked: written.every((each) => each.side !== side),
  };
  const basisLost = line.basis !== '' && typed.unitPrice === '';
  return {
    offers: [offer],
    notCarried: basisLost ? leftBehind(side, line, 'basis-not-asked', line.basis).notCarried : [],
  };
}

/** As it would have been typed: with its 積算根拠 where that is asked for, and what was said of eligibility. */
export function typedAgain(asked: AskedBudget, side: Side, line: BudgetLine, category: string): TypedLine {
  const judged = asked.expenditure.find(({ id }) => side === 'expenditure' && id === category);
  const said = judged && line.eligible !== null && line.eligible !== isEligible(judged, { eligible: '' });
  const plain: TypedLine = {
    ...blankLine(line.id, side),
    ...{ category, remark: line.remark, reason: line.reason },
    amount: line.amount === 0n ? '' : line.amount.toString(),
    eligible: said ? (line.eligible ? 'yes' : 'no') : '',
  };
  const basis = asked.basis ? basisIn(line.basis) : null;
  if (basis === null) return plain;
  const reckoned = { ...plain, ...basis, amount: '' };
  // Quantity and unit stand in one word (`2` `日間`): only what gives the amount was read rightly.
  return readLineAmount(reckoned, '') === line.amount ? reckoned : plain;
}

/** A line of the draft as the check page would tell it. */
function typedInWords(asked: AskedBudget, line: TypedLine): string {
  const { budget } = readBudget(asked, { lines: [line], taxCredit: NO_TAX_CREDIT }, ZERO_YEN);
  const read = [...budget.income, ...budget.expenditure].find(({ id }) => id === line.id);
  return read ? lineInWords(read) : '';
}
