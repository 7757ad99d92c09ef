import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import { NO_DETAILS, type RepaymentAct } from './act.js';
import { cameAfterEnd, usualAfterEnd } from './after-end.js';

const anAct = (kind: RepaymentAct['kind'], ground = ''): RepaymentAct => ({
  ...{ id: kind, demandId: 'd', kind, state: 'done', details: { ...NO_DETAILS, ground } },
  ...{ openPrincipal: yen(1), openTotal: yen(1), proposedOn: localDate('2030-04-01'), proposedBy: '見本' },
  ...{ doneOn: localDate('2030-04-01'), letterId: null },
});

describe('money that comes after its claim has ended', () => {
  it('is paid back where the law leaves nothing to pay, and is revenue otherwise', () => {
    expect(usualAfterEnd([anAct('remission')], 'private')).toBe('excess');
    expect(usualAfterEnd([anAct('remission'), anAct('write-off', 'remission')], 'private')).toBe('excess');
    expect(usualAfterEnd([anAct('write-off', 'prescription')], 'public')).toBe('excess');
    expect(usualAfterEnd([anAct('write-off', 'prescription')], 'private')).toBe('revenue');
    expect(usualAfterEnd([anAct('waiver')], 'public')).toBe('revenue');
    expect(usualAfterEnd([{ ...anAct('remission'), state: 'dropped' }], 'private')).toBe('revenue');
  });

  it('came by its slip later than the end; what came before was still owed', () => {
    const ended = { state: 'written-off', endedOn: localDate('2030-04-01') } as const;
    expect(cameAfterEnd(ended, localDate('2030-04-02'))).toBe(true);
    expect(cameAfterEnd(ended, localDate('2030-04-01'))).toBe(false);
    expect(cameAfterEnd({ ...ended, state: 'demanded' }, localDate('2030-04-02'))).toBe(false);
  });
});
