import type { AmountRule, RuleTerm } from '../../programs/index.js';
import { recordAt, typedList } from '../shared/typed-records.js';
import { isRecord, typedRowsAt, type Loose } from './typed-program.js';

/** The stored rule with the figures and words that were typed over it; what the form has no field for stays. */
export function typedFigures(rule: AmountRule, body: unknown): Loose {
  const typed = recordAt(body, 'rule');
  const over = <Item extends object>(field: string, items: readonly Item[], merge = plainly<Item>) => {
    const rows = typedRowsAt(typed, field);
    return items.map((item, index) => merge(item, rows[index] ?? {}));
  };
  return {
    rule: {
      facts: over('facts', rule.facts, (fact, row) => ({
        ...fact,
        ...row,
        ...(fact.options && { options: mergedRows(fact.options, row, 'options') }),
      })),
      terms: over('terms', rule.terms, mergedTerm),
      caps: over('caps', rule.caps),
      deductions: recordAt(typed, 'deductions'),
      rounding: typed['rounding'],
      overSubscription: typed['overSubscription'],
    },
  };
}

const plainly = <Item extends object>(item: Item, row: Loose): Loose => ({ ...item, ...row });

const mergedRows = (items: readonly object[], row: Loose, field: string): Loose[] => {
  const rows = typedRowsAt(row, field);
  return items.map((item, index) => ({ ...item, ...rows[index] }));
};

function mergedTerm(term: RuleTerm, row: Loose): Loose {
  return {
    ...term,
    ...row,
    when: term.when && { ...term.when, ...(isRecord(row['when']) ? row['when'] : {}) },
    ...(term.kind === 'by-class' && { amounts: mergedRows(term.amounts, row, 'amounts') }),
    ...(term.kind === 'rate' && { of: typedCategories(row) }),
  };
}

function typedCategories(row: Loose): string[] {
  const chosen = typedList(row, 'of');
  return chosen.includes('all') ? ['all'] : chosen;
}
