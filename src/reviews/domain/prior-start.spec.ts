import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { isOpen, needsPriorStart, startAnswer, type PriorStartDecision, type StartFacts } from './prior-start.js';

const facts: StartFacts = {
  eligible: { kind: 'decision', priorStart: true, decisionBy: localDate('2026-06-30') },
  from: localDate('2026-06-01'),
  asked: '会場がその日しか空いていないため',
  decision: null,
};
const decided = (outcome: PriorStartDecision['outcome'], startsOn = '2026-06-01'): PriorStartDecision => ({
  outcome,
  startsOn: localDate(startsOn),
  reason: '準備に必要な期間がある',
  decidedOn: localDate('2026-05-20'),
  decidedBy: '担当 一子',
});

describe('事前着手', () => {
  it('is needed only before the decision is expected, in a programme that allows it', () => {
    expect(needsPriorStart(facts)).toBe(true);
    expect(needsPriorStart({ ...facts, from: localDate('2026-06-30') })).toBe(false);
    expect(needsPriorStart({ ...facts, from: null })).toBe(false);
    expect(needsPriorStart({ ...facts, eligible: { kind: 'day', day: localDate('2026-04-01') } })).toBe(false);
  });

  it('waits for an answer once it is asked for, and again when the project begins still earlier', () => {
    expect(isOpen(facts)).toBe(true);
    expect(isOpen({ ...facts, asked: '' })).toBe(false);
    expect(isOpen({ ...facts, decision: decided('approved') })).toBe(false);
    const earlier = { ...facts, from: localDate('2026-05-25'), decision: decided('approved') };
    expect(isOpen(earlier)).toBe(true);
    expect(startAnswer(earlier).fulfilled).toBe(false);
    expect(startAnswer({ ...facts, from: localDate('2026-06-10'), decision: decided('approved') }).fulfilled).toBe(
      true,
    );
  });

  it.each<[Partial<StartFacts>, boolean, RegExp]>([
    [{}, false, /決まっていません/],
    [{ asked: '' }, false, /理由が書かれていません/],
    [
      { decision: decided('approved') },
      true,
      /認めました（令和8年5月20日、担当 一子さん。理由：準備に必要な期間がある）/,
    ],
    [{ decision: decided('refused') }, false, /認めませんでした/],
    [{ from: localDate('2026-06-30') }, true, /交付決定の予定日は令和8年6月30日/],
    [
      { eligible: { kind: 'decision', priorStart: false, decisionBy: localDate('2026-06-30') } },
      false,
      /認めていません/,
    ],
    [{ from: null }, true, /交付決定の日から/],
    [{ eligible: { kind: 'day', day: localDate('2026-04-01') } }, true, /令和8年4月1日から/],
    [{ eligible: { kind: 'day', day: localDate('2026-07-01') } }, false, /令和8年6月1日に始まります/],
    [{ eligible: { kind: 'day', day: localDate('2026-04-01') }, from: null }, true, /対象となる経費/],
  ])('with %j it is fulfilled: %s', (change, fulfilled, why) => {
    const answer = startAnswer({ ...facts, ...change });
    expect(answer.fulfilled).toBe(fulfilled);
    expect(answer.why).toMatch(why);
  });
});
