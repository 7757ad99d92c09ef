import { formatYen } from '../../kernel/yen.js';
import { balanceSentence, sumTyped } from '../shared/budget-sums.js';

/** Sums of both sides and their difference while typing, by the same functions as on the server. */
export function showTotals(): void {
  for (const budget of document.querySelectorAll<HTMLElement>('[data-budget]')) {
    const update = (): void => refresh(budget);
    budget.addEventListener('input', update);
    update();
  }
}

function refresh(budget: HTMLElement): void {
  const amountsOf = (side: string): string[] =>
    [...budget.querySelectorAll<HTMLInputElement>(`input[data-side="${side}"]`)].map((input) => input.value);
  const income = sumTyped(amountsOf('income'));
  const expenditure = sumTyped(amountsOf('expenditure'));
  say(budget.querySelector('[data-total="income"]'), formatYen(income));
  say(budget.querySelector('[data-total="expenditure"]'), formatYen(expenditure));
  const balance = budget.querySelector<HTMLElement>('[data-balance]');
  say(balance, balanceSentence(income, expenditure));
  if (balance) balance.dataset['balanced'] = income === expenditure ? 'yes' : 'no';
}

/** Writes only what changed, so that a screen reader does not repeat itself at every key. */
function say(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
