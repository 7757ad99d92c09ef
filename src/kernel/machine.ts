import { DomainError } from './domain-error.js';

/** For each state, the actions it allows and the state each leads to. Write `as const satisfies Machine<State, Action>`. */
export type Machine<State extends string, Action extends string> = {
  readonly [S in State]: { readonly [A in Action]?: State };
};

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type StateOf<M> = keyof M & string;
/** The actions of all states together. */
export type ActionOf<M> = { [S in keyof M]: keyof M[S] & string }[keyof M];

/**
 * The state that `action` leads to. Throws a conflict that names the possible actions
 * when the state does not allow it, so that a second click or a stale page reads as such.
 */
export function nextState<const M extends Table>(
  machine: M,
  code: string,
  state: StateOf<M>,
  action: ActionOf<M>,
): StateOf<M> {
  const actions: Readonly<Record<string, string>> = machine[state] ?? {};
  const next = actions[action];
  if (next === undefined) {
    throw new DomainError(code, 'conflict', { state, action, possible: Object.keys(actions).join(',') });
  }
  return next as StateOf<M>;
}

/** Start-up check: every target is a state of the machine, and every state can be reached from the first. */
export function proveMachine<const M extends Table>(name: string, machine: M, first: StateOf<M>): void {
  const reached = new Set<string>([first]);
  for (const state of reached) {
    for (const target of Object.values(machine[state] ?? {})) {
      if (!(target in machine)) throw new Error(`${name}: ${state} leads to unknown state ${target}`);
      reached.add(target);
    }
  }
  const lost = Object.keys(machine).filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`${name}: states never reached: ${lost.join(', ')}`);
}
