import { formatYen, yen } from '../../kernel/yen.js';
import { readableYen, type TypedLine } from './typed-line.js';

/** A category of expenditure, as far as lines are judged by it. */
export interface JudgedCategory {
  readonly id: string;
  readonly label: string;
  readonly treatment: 'eligible' | 'ineligible' | 'consult';
  readonly article: string;
  readonly limits: readonly { readonly label: string; readonly unit: string; readonly yen: string }[];
}

/** As the applicant says, or else as the category says; what needs consultation is eligible until staff say otherwise. */
export const isEligible = ({ treatment }: JudgedCategory, { eligible }: Pick<TypedLine, 'eligible'>): boolean =>
  eligible === '' ? treatment !== 'ineligible' : eligible === 'yes';

/** What is doubtful about a line, one sentence each. Warnings never refuse: the reason beside them answers. */
export function warningsOf(category: JudgedCategory, line: TypedLine): string[] {
  const { label, treatment } = category;
  const article = category.article === '' ? '' : `（${category.article}）`;
  const eligible = isEligible(category, line);
  return [
    ...(treatment === 'consult' && eligible
      ? [`「${label}」は、対象になるかどうかを担当課が確かめる科目です${article}。`]
      : []),
    ...(treatment === 'ineligible' && eligible ? [`「${label}」は、対象外とされている科目です${article}。`] : []),
    ...(eligible ? exceededLimits(category, line) : []),
  ];
}

/**
 * Limits speak of one unit (30,000円 a person): those of the written unit, and among them those that the remark names.
 * Where the words fit none, any of them may be meant.
 */
function exceededLimits({ limits }: JudgedCategory, { unitPrice, unit, remark }: TypedLine): string[] {
  const typed = readableYen(unitPrice);
  if (typed === null) return [];
  const ofUnit = narrowed(limits, (limit) => limit.unit === unit.trim());
  const meant = narrowed(ofUnit, (limit) => remark.includes(limit.label));
  return meant
    .filter((limit) => typed > yen(limit.yen))
    .map((limit) => `「${limit.label}」の単価の目安は、1${limit.unit}あたり${formatYen(yen(limit.yen))}です。`);
}

function narrowed<Item>(items: readonly Item[], fits: (item: Item) => boolean): readonly Item[] {
  const fitting = items.filter(fits);
  return fitting.length > 0 ? fitting : items;
}
