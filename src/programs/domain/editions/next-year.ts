import { fiscalYear, formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { localDate, type LocalDate } from '../../../kernel/local-date.js';
import type { ProgramDocument } from '../program-document.js';

/**
 * The document moved into the next 年度: its year, its days by a year, and 「令和8年度」 wherever a text says it of its own
 * year. Weekends stay as they fall, other years that a text speaks of stay as they are: staff read it before publishing.
 */
export function forNextYear(document: ProgramDocument): ProgramDocument {
  const next = fiscalYear(document.fiscalYear + 1);
  const moved = withTexts(document, (text) =>
    text.replaceAll(formatFiscalYear(document.fiscalYear), formatFiscalYear(next)),
  );
  const { opens, closes, decisionBy } = document.timetable;
  const { eligibleStart, changes } = document;
  return {
    ...moved,
    fiscalYear: next,
    timetable: { opens: yearLater(opens), closes: yearLater(closes), decisionBy: yearLater(decisionBy) },
    changes: { ...moved.changes, progressDue: changes.progressDue && yearLater(changes.progressDue) },
    eligibleStart:
      eligibleStart.kind === 'day' ? { ...eligibleStart, day: yearLater(eligibleStart.day) } : eligibleStart,
  };
}

/** The same day of the next year; 2月29日 becomes the last day of February. */
function yearLater(day: LocalDate): LocalDate {
  const [year = '', ...rest] = day.split('-');
  const next = String(Number(year) + 1);
  return rest.join('-') === '02-29' ? localDate(`${next}-02-28`) : localDate([next, ...rest].join('-'));
}

/** Every text of the document, however deep, through `change`. */
function withTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => withTexts(item, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, change)])) as Value;
}
