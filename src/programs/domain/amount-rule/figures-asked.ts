import type { AmountRule, FactDefinition } from './amount-rule.js';

/**
 * The facts that staff enter for a year, each once: rules that use one id mean one figure, whose label then carries the
 * words of all of them. 支援の年次 is counted by itself, but years before this system was there are entered too.
 */
export function figuresAsked(rules: readonly Pick<AmountRule, 'facts'>[]): FactDefinition[] {
  const asked = new Map<string, FactDefinition>();
  for (const fact of rules.flatMap(({ facts }) => facts)) {
    if (fact.source !== 'figure' && fact.source !== 'support-year') continue;
    const known = asked.get(fact.id);
    const labels = new Set([...(known?.label.split('／') ?? []), fact.label]);
    asked.set(fact.id, { ...(known ?? fact), label: [...labels].join('／') });
  }
  return [...asked.values()];
}
