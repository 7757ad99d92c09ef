import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { REFUND_PART_LABELS } from '../../kernel/refund-terms.js';
import { parseYen } from '../../kernel/yen.js';
import { NO_DETAILS, type ActDetails, type ChargePart, type PlannedPart, type Relief } from '../../repayments/index.js';
import { typedRows } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';

/** How many rows of a plan a page offers. */
export const PLAN_ROWS = 12;

/** The rows of a plan as typed, blank ones too. */
export const typedParts = (body: unknown): { dueOn: string; amount: string }[] =>
  typedRows(body, 'parts').map(([, { dueOn = '', amount = '' }]) => ({ dueOn, amount }));

export const CHARGE_PARTS = ['addition', 'late-charge'] as const satisfies readonly ChargePart[];

/** What was typed about one charge. */
export function typedRelief(body: unknown, part: ChargePart): { extent: string; amount: string } {
  const [, row] = typedRows(body, 'reliefs').find(([key]) => key === part) ?? [];
  return { extent: row?.['extent'] ?? '', amount: row?.['amount'] ?? '' };
}

/** An act as its page sends it; what cannot be read is told at its field, everything together. */
export function typedAct(body: unknown): ActDetails {
  const faults: Fault[] = [];
  const day = (pointer: string, label: string): LocalDate | null =>
    readDay(typedText(body, pointer), { pointer, label }, faults);
  const details: ActDetails = {
    ...NO_DETAILS,
    ground: typedText(body, 'ground').trim(),
    facts: typedText(body, 'facts').trim(),
    citation: typedText(body, 'citation').trim(),
    invokedBy: typedText(body, 'invokedBy').trim(),
    dueOn: day('dueOn', '指定期限'),
    citedOn: day('citedOn', '議決の日'),
    invokedOn: day('invokedOn', '援用の日'),
    reliefs: CHARGE_PARTS.flatMap((part) => readRelief(part, typedRelief(body, part), faults)),
    parts: typedParts(body).flatMap((part, row) => readPart(part, row, faults)),
  };
  if (faults.length > 0) throw DomainError.invalid(faults);
  return details;
}

function readDay(typed: string, place: { pointer: string; label: string }, faults: Fault[]): LocalDate | null {
  try {
    return parseDay(typed);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push({ pointer: place.pointer, code: 'common.day-unreadable', params: { label: place.label } });
    return null;
  }
}

function readRelief(
  part: ChargePart,
  { extent, amount }: { extent: string; amount: string },
  faults: Fault[],
): Relief[] {
  if (extent === 'whole') return [{ part, amount: null }];
  if (extent !== 'part') return [];
  const pointer = `reliefs[${part}][amount]`;
  try {
    const yen = parseYen(amount);
    const params = { label: REFUND_PART_LABELS[part] };
    if (yen === null || yen === 0n) throw new DomainError('repayments.relief-amount-missing', 'invalid', params);
    return [{ part, amount: yen }];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push({ pointer, code: error.code, params: error.params });
    return [];
  }
}

/** A blank row is none; half a row is told at the field that is missing. */
function readPart({ dueOn, amount }: { dueOn: string; amount: string }, row: number, faults: Fault[]): PlannedPart[] {
  if (dueOn.trim() === '' && amount.trim() === '') return [];
  const pointer = `parts[p${String(row + 1)}]`;
  const label = `第${String(row + 1)}回の日`;
  const day = readDay(dueOn, { pointer: `${pointer}[dueOn]`, label }, faults);
  if (dueOn.trim() === '') faults.push({ pointer: `${pointer}[dueOn]`, code: 'common.day-missing', params: { label } });
  try {
    const yen = parseYen(amount);
    if (yen === null || yen === 0n) throw new DomainError('repayments.part-amount-missing');
    return day === null ? [] : [{ dueOn: day, amount: yen }];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push({ pointer: `${pointer}[amount]`, code: error.code, params: error.params });
    return [];
  }
}
