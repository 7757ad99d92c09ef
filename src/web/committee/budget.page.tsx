import { randomUUID } from 'node:crypto';
import {
  blankLine,
  BUDGET,
  budgetFigures,
  budgetIn,
  MOST_LINES,
  SIDES,
  type ApplicationDraft,
  type Side,
  type TypedLine,
} from '../../applications/index.js';
import { sectionNamed } from '../../forms/index.js';
import { storeWorking } from '../../kernel/working.js';
import { WorkingTable, Section, type Viewer } from '../shared/index.js';
import { applicationUrl } from './application-words.js';
import { BudgetFiguresSection } from './budget-figures.js';
import { PasteSection, type Pasted } from './budget-paste.js';
import { BudgetTable } from './budget-table.js';
import { TaxCreditSection } from './budget-tax-credit.js';
import { SectionForm, WorkbookButton } from './section-parts.js';

/** Blank lines that wait to be filled, so that most budgets need no further button. */
const SPARE: Readonly<Record<Side, number>> = { income: 2, expenditure: 5 };

interface BudgetPageProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  /** The side to which a blank line was asked for. */
  readonly more?: Side | undefined;
  readonly pasted?: Pasted | undefined;
}

/** 収支予算書: the tables of both sides and everything that is worked out from them. */
export function BudgetPage({ viewer, draft, more, pasted }: BudgetPageProps) {
  const { application, sections, document, facts, timesThisYear, pending } = draft;
  const asked = document.budget;
  const budget = budgetIn(sectionNamed(sections, BUDGET));
  const figures = budgetFigures(asked, budget, draft.grantOf);
  // A fixed amount is known before the first line is written, one that depends on the lines after them.
  const fixed = !asked.basis;
  const known = { asked, rule: document.rule, facts, timesThisYear, pending: pending && storeWorking(pending) };
  return (
    <SectionForm viewer={viewer} draft={draft} name={BUDGET}>
      <div data-budget={JSON.stringify(known)}>
        {fixed && (
          <Section title="交付額の算定">
            <p>この額が収入の部の1行目に入ります。</p>
            <div data-working>
              <WorkingTable working={figures.working} />
            </div>
          </Section>
        )}
        <Section title="収入と支出">
          {!fixed && (
            <p>単価と数量を書くと、金額は自動で計算します。ご注意が出た行は、理由を書いておくと確認が早く進みます。</p>
          )}
          <BudgetTable draft={draft} figures={figures} lines={withSpareLines(budget.lines, more)} />
        </Section>
        {asked.taxCredit && <TaxCreditSection draft={draft} />}
        {!fixed && <BudgetFiguresSection figures={figures} />}
        <Section title="Excelを使う">
          <PasteSection
            asked={asked}
            action={applicationUrl(viewer, application.id, BUDGET, 'pasted')}
            pasted={pasted}
          />
          <WorkbookButton />
        </Section>
      </div>
    </SectionForm>
  );
}

export function withSpareLines(lines: readonly TypedLine[], more: Side | undefined): TypedLine[] {
  return SIDES.flatMap((side) => {
    const written = lines.filter((line) => line.side === side);
    const spare = Math.max(SPARE[side] - written.length, 0) + (side === more ? 1 : 0);
    const room = Math.max(0, Math.min(spare, MOST_LINES - lines.length));
    return [...written, ...Array.from({ length: room }, () => blankLine(newLineId(), side))];
  });
}

export const newLineId = (): string => `l${randomUUID().slice(0, 8)}`;
