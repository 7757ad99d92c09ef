import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState, proveMachine } from '../../kernel/machine.js';
import { changeMachine, changeTitle, type ChangeAction, type ChangeState } from './grant-change.js';

describe('the life of a change', () => {
  it('reaches every state', () => {
    expect(() => proveMachine('change', changeMachine, 'drafting')).not.toThrow();
  });

  it.each<[ChangeState, ChangeAction]>([
    ['proposed', 'withdraw'],
    ['decided', 'withdraw'],
    ['issued', 'issue'],
    ['acknowledged', 'draft'],
    ['sent', 'send'],
    ['withdrawn', 'send'],
  ])('%s does not allow to %s', (state, action) => {
    expect(() => nextState(changeMachine, 'grant-changes.state', state, action)).toThrow(DomainError);
  });

  it('is called by what it turned out to be', () => {
    expect(changeTitle({ kind: 'amendment', needsApproval: false, whole: false })).toBe('軽微な変更の届');
    expect(changeTitle({ kind: 'revocation', needsApproval: true, whole: false })).toBe('交付決定の一部取消し');
  });
});
