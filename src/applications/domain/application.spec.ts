import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState, proveMachine } from '../../kernel/machine.js';
import {
  APPLICATION_STATES,
  applicationMachine,
  type ApplicationAction,
  type ApplicationState,
} from './application.js';

const ACTIONS: readonly ApplicationAction[] = ['edit', 'submit', 'return', 'pass', 'withdraw', 'ask-withdrawal'];

const ALLOWED: Readonly<Record<ApplicationState, Partial<Record<ApplicationAction, ApplicationState>>>> = {
  draft: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', pass: 'passed', withdraw: 'withdrawn' },
  returned: { edit: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  passed: { withdraw: 'withdrawn', 'ask-withdrawal': 'passed' },
  withdrawn: {},
};

describe('the life of an application', () => {
  it('reaches every state', () => {
    expect(() => proveMachine('application', applicationMachine, 'draft')).not.toThrow();
  });

  it.each(APPLICATION_STATES.flatMap((state) => ACTIONS.map((action) => ({ state, action }))))(
    '$state: $action',
    ({ state, action }) => {
      const act = (): ApplicationState => nextState(applicationMachine, 'applications.refused', state, action);
      const expected = ALLOWED[state][action];
      if (expected) expect(act()).toBe(expected);
      else expect(act).toThrow(DomainError);
    },
  );
});
