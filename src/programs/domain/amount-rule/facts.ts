import type { AmountRule, Condition, FactDefinition, Facts, FactValue } from './amount-rule.js';

/** The facts of an application as the rule may ask for them. RangeError on a negative, broken or missing one. */
export class KnownFacts {
  constructor(
    private readonly definitions: AmountRule['facts'],
    private readonly values: Facts,
  ) {}

  definition(id: string): FactDefinition {
    const definition = this.definitions.find((fact) => fact.id === id);
    if (!definition) throw new RangeError(`the rule defines no fact ${id}`);
    return definition;
  }

  count(id: string): number {
    const value = this.values[id];
    if (!Number.isSafeInteger(value) || Number(value) < 0)
      throw new RangeError(`not a count of ${id}: ${String(value)}`);
    return Number(value);
  }

  option(id: string): { readonly id: string; readonly label: string } {
    const option = this.definition(id).options?.find((each) => each.id === this.values[id]);
    if (!option) throw new RangeError(`not an option of ${id}: ${String(this.values[id])}`);
    return option;
  }

  value(id: string): FactValue {
    return isClass(this.definition(id)) ? this.option(id).id : this.count(id);
  }

  meets({ fact, is, atLeast, atMost }: Condition): boolean {
    const value = this.value(fact);
    if (is !== undefined) return value === is;
    return typeof value === 'number' && value >= (atLeast ?? 0) && value <= (atMost ?? Number.MAX_SAFE_INTEGER);
  }
}

/** A class is chosen from options, everything else is counted. */
export const isClass = ({ options = [] }: Pick<FactDefinition, 'options'>): boolean => options.length > 0;
