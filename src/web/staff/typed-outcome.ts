import { OUTCOMES, type OutcomeChoice } from '../../grants/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseYen, type Yen } from '../../kernel/yen.js';
import { recordAt, typedTexts } from '../shared/typed-records.js';

/** The fields of one application's outcome, as texts. */
export interface TypedOutcome {
  readonly outcome: string;
  readonly amount: string;
  readonly reason: string;
}

/** What the form held for this application; null when it was not sent. */
export function typedOutcome(body: unknown, applicationId: string): TypedOutcome | null {
  const fields = recordAt(body, 'outcomes');
  if (!Object.hasOwn(fields, applicationId)) return null;
  const { outcome = '', amount = '', reason = '' } = typedTexts(fields, applicationId);
  return { outcome, amount, reason };
}

/** The choices for these applications; faults stand at `outcomes[<application id>][…]`. */
export function outcomesIn(body: unknown, applicationIds: readonly string[]): Record<string, OutcomeChoice> {
  const faults: Fault[] = [];
  const choices: Record<string, OutcomeChoice> = {};
  for (const id of applicationIds) {
    const typed = typedOutcome(body, id);
    if (!typed) continue;
    const outcome = OUTCOMES.find((each) => each === typed.outcome);
    if (!outcome) faults.push({ pointer: `outcomes[${id}][outcome]`, code: 'grants.outcome-missing' });
    const amount = amountOf(typed.amount, (code) => faults.push({ pointer: `outcomes[${id}][amount]`, code }));
    choices[id] = { outcome: outcome ?? 'granted', amount, reason: typed.reason };
  }
  if (faults.length > 0) throw DomainError.invalid(faults);
  return choices;
}

function amountOf(typed: string, refuse: (code: string) => void): Yen | null {
  try {
    return parseYen(typed);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    refuse(error.code);
    return null;
  }
}
