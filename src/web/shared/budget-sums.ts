import { DomainError } from '../../kernel/domain-error.js';
import { formatYen, parseYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** Sums what is typed so far: blank and unreadable amounts count as nothing, the server names them when sent. */
export function sumTyped(amounts: readonly string[]): Yen {
  return sumYen(amounts.map(amountOrZero));
}

function amountOrZero(typed: string): Yen {
  try {
    return parseYen(typed) ?? ZERO_YEN;
  } catch (error) {
    if (error instanceof DomainError) return ZERO_YEN;
    throw error;
  }
}

/** One sentence on whether income and expenditure agree, and by how much they do not. */
export function balanceSentence(income: Yen, expenditure: Yen): string {
  if (income === expenditure) return income === ZERO_YEN ? '金額を入力してください。' : '収入と支出が一致しています。';
  return income > expenditure
    ? `収入が支出より${formatYen(subtractYen(income, expenditure))}多くなっています。`
    : `支出が収入より${formatYen(subtractYen(expenditure, income))}多くなっています。`;
}
