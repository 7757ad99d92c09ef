import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { localDate } from '../../kernel/local-date.js';
import { nextState, proveMachine } from '../../kernel/machine.js';
import { grantMachine, type GrantAction, type GrantState } from './grant.js';
import { lastWithdrawalDay } from './withdrawal-days.js';

const ALLOWED: Readonly<Record<GrantState, Partial<Record<GrantAction, GrantState>>>> = {
  proposed: { draft: 'proposed', decide: 'decided', release: 'released' },
  decided: { schedule: 'scheduled', issue: 'issued', withdraw: 'withdrawn' },
  scheduled: { issue: 'issued', 'withdraw-letter': 'decided', withdraw: 'withdrawn' },
  issued: { 'withdraw-letter': 'decided', withdraw: 'withdrawn' },
  released: {},
  withdrawn: {},
};
const STATES = Object.keys(ALLOWED) as GrantState[];
const ACTIONS: readonly GrantAction[] = [
  'draft',
  'decide',
  'release',
  'schedule',
  'issue',
  'withdraw-letter',
  'withdraw',
];

describe('the life of a decision', () => {
  it('reaches every state', () => {
    expect(() => proveMachine('grant', grantMachine, 'proposed')).not.toThrow();
  });

  it.each(STATES.flatMap((state) => ACTIONS.map((action) => ({ state, action }))))(
    '$state: $action',
    ({ state, action }) => {
      const act = (): GrantState => nextState(grantMachine, 'grants.refused', state, action);
      const expected = ALLOWED[state][action];
      if (expected) expect(act()).toBe(expected);
      else expect(act).toThrow(DomainError);
    },
  );
});

describe('the days for taking a decision back', () => {
  it('count from the day after 施行, and none means none', () => {
    expect(lastWithdrawalDay(localDate('2026-04-22'), 14)).toBe('2026-05-06');
    expect(lastWithdrawalDay(localDate('2026-04-22'), 0)).toBeNull();
  });
});
