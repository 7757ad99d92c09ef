/** The part of this stage that also runs in the browser: pure, so that it can be bundled without the server. */
export type { AmountRule, Facts } from './domain/amount-rule/amount-rule.js';
export { evaluateRule } from './domain/amount-rule/evaluate-rule.js';
