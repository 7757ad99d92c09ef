import { workingOf, type Working } from '../../kernel/working.js';
import { subtractYen, type Yen } from '../../kernel/yen.js';

/** An amount that must not be exceeded, and why. */
export interface MostAmount {
  readonly yen: Yen;
  readonly label: string;
  readonly article: string;
}

/** The working cut to the amount in force, with a line that says so: who asks for no more gets no more. */
export function workingUpTo(working: Working, most: MostAmount | null): Working {
  if (most === null || working.total <= most.yen) return working;
  const cut = {
    ...{ label: most.label, article: most.article, formula: '増額を求めないため、いまの交付決定額まで' },
    yen: subtractYen(most.yen, working.total),
  };
  return workingOf([...working.lines, cut]);
}
