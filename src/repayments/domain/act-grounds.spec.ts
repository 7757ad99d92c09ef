import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { USUAL_REFUND } from '../../kernel/refund-terms.js';
import { yen } from '../../kernel/yen.js';
import { standingOn } from './account.js';
import { NO_DETAILS, type ActDetails, type ActKind, type RepaymentAct } from './act.js';
import { actFaults, type ActGround } from './act-grounds.js';

const DUE = localDate('2026-10-20');

const groundOn = (day: string, told: Partial<ActGround> = {}): ActGround => {
  const today = localDate(day);
  const account = {
    ...{ amount: yen(100_000), received: [], recipientAtFault: false, dueOn: DUE, terms: USUAL_REFUND },
    ...{ chargesDueOn: null, payments: [], plans: [], chargePlans: [], reliefs: [], endedOn: null },
  };
  return {
    ...{ state: 'demanded', claimClass: 'public', dueOn: DUE, standing: standingOn(account, today) },
    chargesDueOn: null,
    ...{ acts: [], lastReceivedOn: null, today },
    ...told,
  };
};

const anAct = (kind: ActKind, doneOn: string, details: Partial<ActDetails> = {}): RepaymentAct => ({
  ...{ id: kind, demandId: 'demand', kind, state: 'done', details: { ...NO_DETAILS, ...details } },
  ...{ openPrincipal: yen(100_000), openTotal: yen(100_000), proposedOn: localDate(doneOn), proposedBy: '見本' },
  ...{ doneOn: localDate(doneOn), letterId: null },
});

const faults = (kind: ActKind, details: Partial<ActDetails>, ground: ActGround): string[] =>
  actFaults(kind, { ...NO_DETAILS, facts: '事実', ...details }, ground).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('what an act on a refund needs', () => {
  it('督促: only of what is late, with a day that is to come', () => {
    const dueOn = localDate('2026-11-05');
    expect(faults('dunning', { dueOn }, groundOn('2026-10-19'))).toEqual(['dueOn repayments.nothing-overdue']);
    expect(faults('dunning', { dueOn }, groundOn('2026-10-21'))).toEqual([]);
    expect(faults('dunning', { dueOn }, groundOn('2026-11-05'))).toEqual(['dueOn repayments.day-must-come']);
  });

  it('免除: ten years after a plan that was granted for 無資力 (施行令171条の7)', () => {
    const forOther = anAct('plan', '2026-11-01', { ground: 'not-at-once' });
    expect(faults('remission', {}, groundOn('2040-01-01', { acts: [forOther] }))).toEqual([
      'facts repayments.remission-without-plan',
    ]);
    const acts = [anAct('plan', '2026-11-01', { ground: 'insolvent' })];
    expect(faults('remission', {}, groundOn('2036-11-01', { acts }))).toEqual(['facts repayments.remission-too-early']);
    expect(faults('remission', {}, groundOn('2036-11-02', { acts }))).toEqual([]);
  });

  it('不納欠損 of a 公債権: five years after its day, begun anew by the first 督促 and by payments', () => {
    const prescribed = { ground: 'prescription' };
    expect(faults('write-off', prescribed, groundOn('2031-10-20'))).toEqual(['ground repayments.not-prescribed']);
    expect(faults('write-off', prescribed, groundOn('2031-10-21'))).toEqual([]);
    const acts = [
      anAct('dunning', '2026-11-01', { dueOn: localDate('2026-11-20') }),
      anAct('dunning', '2027-11-01', { dueOn: localDate('2027-11-20') }),
    ];
    expect(faults('write-off', prescribed, groundOn('2031-11-20', { acts }))).toEqual([
      'ground repayments.not-prescribed',
    ]);
    // The second 督促 begins nothing anew (地方自治法236条4項).
    expect(faults('write-off', prescribed, groundOn('2031-11-21', { acts }))).toEqual([]);
    const lastReceivedOn = localDate('2028-02-29');
    expect(faults('write-off', prescribed, groundOn('2033-02-28', { lastReceivedOn }))).toEqual([
      'ground repayments.not-prescribed',
    ]);
    expect(faults('write-off', prescribed, groundOn('2033-03-01', { lastReceivedOn }))).toEqual([]);
  });

  it('不納欠損 of a 私債権 wants the invocation as well (民法145条)', () => {
    const ground = groundOn('2032-01-01', { claimClass: 'private' });
    expect(faults('write-off', { ground: 'prescription' }, ground)).toEqual([
      'invokedBy repayments.invocation-missing',
      'invokedOn repayments.invocation-day-missing',
    ]);
    const invoked = { ground: 'prescription', invokedBy: '会長', invokedOn: localDate('2031-12-01') };
    expect(faults('write-off', invoked, ground)).toEqual([]);
  });

  it('不納欠損 after 免除 or 権利放棄 wants that decision', () => {
    expect(faults('write-off', { ground: 'waiver' }, groundOn('2027-01-01'))).toEqual([
      'ground repayments.write-off-not-ended',
    ]);
    const acts = [anAct('waiver', '2026-12-20')];
    expect(faults('write-off', { ground: 'waiver' }, groundOn('2027-01-01', { state: 'lapsed', acts }))).toEqual([]);
  });

  it('権利放棄: a resolution with its day, or an ordinance', () => {
    const today = groundOn('2027-01-01');
    const citation = '議案第45号';
    expect(faults('waiver', { ground: 'council', citation }, today)).toEqual(['citedOn repayments.waiver-day-missing']);
    expect(faults('waiver', { ground: 'council', citation, citedOn: localDate('2026-12-20') }, today)).toEqual([]);
    expect(faults('waiver', { ground: 'ordinance', citation: '債権管理条例第14条' }, today)).toEqual([]);
  });
});
