import { DomainError } from './domain-error.js';

/** For each state, the actions it allows and the state each leads to. */
export type Machine<State extends string, Action extends string> = {
  readonly [S in State]: { readonly [A in Action]?: State };
};

/**
 * The state that `action` leads to. Throws a conflict that names the possible actions
 * when the state does not allow it, so that a second click or a stale page reads as such.
 */
export function nextState<State extends string, Action extends string>(
  machine: Machine<State, Action>,
  code: string,
  state: State,
  action: Action,
): State {
  const next = machine[state][action];
  if (!next) {
    throw new DomainError(code, 'conflict', { state, action, possible: Object.keys(machine[state]).join(',') });
  }
  return next;
}

/** Start-up check: every target is a state of the machine, and every state can be reached from the first. */
export function proveMachine<State extends string, Action extends string>(
  name: string,
  machine: Machine<State, Action>,
  first: State,
): void {
  const reached = new Set<State>([first]);
  for (const state of reached) {
    for (const target of Object.values<State>(machine[state] as Record<string, State>)) {
      if (!(target in machine)) throw new Error(`${name}: ${state} leads to unknown state ${target}`);
      reached.add(target);
    }
  }
  const lost = (Object.keys(machine) as State[]).filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`${name}: states never reached: ${lost.join(', ')}`);
}
