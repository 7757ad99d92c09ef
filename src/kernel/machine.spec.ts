import { describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';
import { nextState, proveMachine, type Machine } from './machine.js';

type State = 'open' | 'shut' | 'sealed';
type Action = 'shut' | 'open' | 'seal';
const door = { open: { shut: 'shut' }, shut: { open: 'open', seal: 'sealed' }, sealed: {} } as const satisfies Machine<
  State,
  Action
>;

describe('machine', () => {
  it('leads to the next state, and names what is possible when it refuses', () => {
    expect(nextState(door, 'door.not-now', 'shut', 'seal')).toBe('sealed');
    try {
      nextState(door, 'door.not-now', 'open', 'seal');
      throw new Error('was not refused');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ code: 'door.not-now', kind: 'conflict', params: { possible: 'shut' } });
    }
  });

  it('is proven whole at start-up', () => {
    expect(() => proveMachine('door', door, 'open')).not.toThrow();
    expect(() => proveMachine('door', door, 'sealed')).toThrow('never reached: open, shut');
    const wrong = { open: { shut: 'gone' }, shut: {}, sealed: {} } as const;
    expect(() => proveMachine('door', wrong, 'open')).toThrow('unknown state gone');
  });
});
