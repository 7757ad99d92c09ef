import { randomUUID } from 'node:crypto';
import {
  blankLine,
  BUDGET,
  linesIn,
  MOST_LINES,
  sectionNamed,
  SIDES,
  type ApplicationDraft,
  type Side,
  type TypedLine,
} from '../../applications/index.js';
import { WorkingTable, Section, type Viewer } from '../shared/index.js';
import { BudgetTable } from './budget-table.js';
import { SectionForm } from './section-parts.js';

/** Blank lines that wait to be filled, so that most budgets need no further button. */
const SPARE: Readonly<Record<Side, number>> = { income: 2, expenditure: 5 };

/** 収支予算書: how the grant is worked out, then the table with both sides. */
export function BudgetPage({
  viewer,
  draft,
  more,
}: {
  viewer: Viewer;
  draft: ApplicationDraft;
  more?: Side | undefined;
}) {
  const { sections, working } = draft;
  return (
    <>
      <SectionForm viewer={viewer} draft={draft} name={BUDGET}>
        <Section title="交付額の算定">
          <p>登録されている行政区の数から計算しています。この額が収入の部の1行目に入ります。</p>
          <WorkingTable working={working} />
        </Section>
        <Section title="収入と支出">
          <BudgetTable draft={draft} lines={withSpareLines(linesIn(sectionNamed(sections, BUDGET)), more)} />
        </Section>
      </SectionForm>
    </>
  );
}

function withSpareLines(lines: readonly TypedLine[], more: Side | undefined): TypedLine[] {
  return SIDES.flatMap((side) => {
    const written = lines.filter((line) => line.side === side);
    const spare = Math.max(SPARE[side] - written.length, side === more ? 1 : 0, written.length === 0 ? 1 : 0);
    const room = Math.max(0, Math.min(spare, MOST_LINES - lines.length));
    return [...written, ...Array.from({ length: room }, () => blankLine(newLineId(), side))];
  });
}

const newLineId = (): string => `l${randomUUID().slice(0, 8)}`;
