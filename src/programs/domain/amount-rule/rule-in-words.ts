import { formatYen, groupDigits, yen } from '../../../kernel/yen.js';
import type { AmountRule, RuleTerm } from './amount-rule.js';
import { conditionInWords, rateInWords, roundingInWords } from './words.js';

/** A rule as staff and applicants read it before any number is put in. */
export interface RuleLine {
  readonly label: string;
  readonly words: string;
  readonly article: string;
}

/** One line a term, then what is deducted, capped, rounded and shared out. `categories` gives categories their words. */
export function ruleInWords(
  rule: AmountRule,
  categories: readonly { readonly id: string; readonly label: string }[],
): RuleLine[] {
  const terms = rule.terms.map((term) => ({
    label: term.label,
    words: termInWords(term, rule, categories) + limitsInWords(term, rule),
    article: term.article,
  }));
  return [...terms, ...adjustmentsInWords(rule)];
}

/** Whether the amount can be known before a budget is written. */
export const dependsOnCosts = ({ terms, caps }: AmountRule): boolean =>
  terms.some(({ kind }) => kind === 'rate') || caps.some(({ kind }) => kind === 'share-of-cost');

function termInWords(term: RuleTerm, rule: AmountRule, categories: readonly { id: string; label: string }[]): string {
  const factOf = (id: string) => rule.facts.find((fact) => fact.id === id) ?? { label: id, unitLabel: '' };
  const labelOf = (id: string): string => factOf(id).label;
  switch (term.kind) {
    case 'flat':
      return `${formatYen(yen(term.yen))}（定額）`;
    case 'per-unit': {
      const counted = term.less === null ? labelOf(term.unit) : `（${labelOf(term.unit)} − ${labelOf(term.less)}）`;
      return `${formatYen(yen(term.yen))} × ${counted}`;
    }
    case 'banded': {
      const { label, unitLabel } = factOf(term.unit);
      const bands = term.bands.map(({ upTo, yen: each }) => {
        const end = upTo === null ? 'それより多い分' : `${groupDigits(upTo)}${unitLabel}までの分`;
        return `${end} ${formatYen(yen(each))}`;
      });
      return `${label}に応じて、1${unitLabel}につき ${bands.join('、')}`;
    }
    case 'by-class': {
      const options = rule.facts.find(({ id }) => id === term.fact)?.options ?? [];
      return term.amounts
        .map(({ option, yen: each }) => {
          const words = options.find(({ id }) => id === option)?.label ?? option;
          return `「${words}」${formatYen(yen(each))}`;
        })
        .join('、');
    }
    case 'share': {
      const pool = `${formatYen(yen(term.pool))} × ${rateInWords(term.rate)}`;
      if (term.part === null) return `${pool} ÷ ${groupDigits(term.whole)}`;
      const { label, unitLabel } = factOf(term.part);
      return `${pool} × ${label} ÷ ${groupDigits(term.whole)}${unitLabel}`;
    }
    case 'rate': {
      const words = (id: string): string => categories.find((category) => category.id === id)?.label ?? id;
      const of = term.of === 'all' ? '' : `（${term.of.map(words).join('、')}）`;
      return `対象経費${of} × ${rateInWords(term.rate)}`;
    }
  }
}

/** `（101世帯以上のとき、上限100,000円、1年度に2回まで）`. */
function limitsInWords({ when, cap, timesPerYear }: RuleTerm, { facts }: AmountRule): string {
  const fact = facts.find(({ id }) => id === when?.fact);
  const limits = [
    when && fact ? `${fact.label}が${conditionInWords(fact, when)}のとき` : '',
    cap === null ? '' : `上限${formatYen(yen(cap))}`,
    timesPerYear ? `1年度に${groupDigits(timesPerYear.most)}回まで` : '',
  ].filter((words) => words !== '');
  return limits.length > 0 ? `（${limits.join('、')}）` : '';
}

function adjustmentsInWords({ deductions, caps, rounding, overSubscription }: AmountRule): RuleLine[] {
  const deducted = [deductions.otherIncome ? 'その他の収入' : '', deductions.taxCredit ? '仕入控除税額' : ''];
  const words = deducted.filter((each) => each !== '').join('と');
  return [
    ...(words === '' ? [] : [{ label: '対象経費', words: `${words}を差し引く`, article: deductions.article }]),
    ...caps.map((cap) => ({
      label: cap.label,
      words: cap.kind === 'yen' ? `${formatYen(yen(cap.yen))}まで` : `対象経費の${rateInWords(cap.rate)}まで`,
      article: cap.article,
    })),
    ...(rounding
      ? [
          {
            label: '端数処理',
            words: `${rounding.on === 'sum' ? '合計額' : '各行'}の${roundingInWords(rounding)}`,
            article: rounding.article,
          },
        ]
      : []),
    ...(overSubscription
      ? [
          {
            label: '予算を超えるとき',
            words: `申請額に応じて按分（${roundingInWords({ unit: overSubscription.unit, mode: 'down' })}）`,
            article: overSubscription.article,
          },
        ]
      : []),
  ];
}
