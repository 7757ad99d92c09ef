import {
  BUDGET,
  GRANT_LINE,
  readLine,
  TAX_CREDIT,
  TAX_CREDIT_AMOUNT,
  type Side,
  type TypedLine,
} from '../../applications/index.js';
import { sectionNamed } from '../../forms/index.js';
import { lineInWords, SIDE_LABEL } from './budget-side.js';
import { ParkedHere } from '../shared/sections/section-frame.js';
import { PointsHere, type WrittenDraft } from './section-parts.js';

interface BudgetSideNotesProps {
  readonly side: Side;
  readonly draft: WrittenDraft;
  readonly lines: readonly TypedLine[];
}

/** Points and parked texts stand above the table of their side: a table row has no room to answer. */
export function BudgetSideNotes({ side, draft, lines }: BudgetSideNotesProps) {
  const { points, document } = draft;
  const { parked } = sectionNamed(draft.sections, BUDGET);
  const belongs = (field: string): boolean => sideOf(field, lines) === side;
  const pointed = points.map(({ pointer }) => pointer).filter((pointer) => pointer.startsWith('budget.'));
  const fields = [...new Set(parked.map(({ field }) => field))].filter(belongs);
  const inWords = (text: string): string => lineInWords(document.budget, readLine('parked', text));
  return (
    <>
      {[...new Set(pointed)]
        .filter((pointer) => belongs(pointer.slice('budget.'.length)))
        .map((pointer) => (
          <PointsHere draft={draft} section={BUDGET} pointer={pointer} key={pointer} />
        ))}
      {fields.map((field) => (
        <ParkedHere parked={parked} field={field} label={SIDE_LABEL[side]} inWords={inWords} key={field} />
      ))}
    </>
  );
}

/** Fields that are no lines, and have a place of their own. */
const ELSEWHERE: readonly string[] = ['whole', TAX_CREDIT, TAX_CREDIT_AMOUNT];

/** A line that was taken out meanwhile is spoken of above the expenditure, where most lines are. */
function sideOf(field: string, lines: readonly TypedLine[]): Side | null {
  if (ELSEWHERE.includes(field) || field.includes(':')) return null;
  return field === GRANT_LINE ? 'income' : (lines.find((line) => line.id === field)?.side ?? 'expenditure');
}
