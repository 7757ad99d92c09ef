import { sumOf } from './demo-papers.mjs';

/** The rule of 事業補助金 (見本), worked out again from what was planned and from what was spent. */
const RATE = [2n, 3n];
export const CAP = 300_000n;
const UNIT = 1_000n;
const UNPAID = ['食糧費・懇親会費', 'その他（対象外の経費）'];

export const isUnpaid = ({ category }) => UNPAID.includes(category);

export const counts = (cost) => (cost.eligible === undefined ? !isUnpaid(cost) : cost.eligible === 'yes');

const yenOf = (lines) => sumOf(lines.map(({ each, times }) => BigInt(each) * BigInt(times)));

/** Before the cap. */
export const shareOf = ({ costs, income }) => shareOfCost(yenOf(costs.filter(counts)) - yenOf(income));

export const grantFor = (planned) => capped(shareOf(planned));

/** With the costs that the staff judged. */
export const judgedCosts = ({ costs }) =>
  costs.map((cost) => ({ ...cost, eligible: cost.assessed?.eligible ?? cost.eligible }));

/** What the rule gives for this net eligible cost. */
export const grantForCost = (cost) => capped(shareOfCost(cost));

function shareOfCost(cost) {
  const share = (cost * RATE[0]) / RATE[1];
  return share - (share % UNIT);
}

const capped = (share) => (share < CAP ? share : CAP);

/** 概算払 (見本): one half with the letter, three tenths in October; the first part takes what the second is cut by. */
export function partsOf(amount) {
  const cut = (share) => share - (share % UNIT);
  const second = cut((amount * 3n) / 10n);
  return [cut((amount * 8n) / 10n) - second, second];
}
