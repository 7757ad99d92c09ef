import { describe, expect, it } from '@jest/globals';
import { endOfDay } from '../../kernel/deadline.js';
import { localDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import { automaticChecks, type CheckedFacts } from './automatic-checks.js';
import { passFaults, takeAnswers, type ManualAnswer, type ReviewItem } from './review.js';

const facts: CheckedFacts = {
  receivedOn: localDate('2026-04-20'),
  submittedOn: localDate('2026-06-05'),
  opens: localDate('2026-04-01'),
  closes: endOfDay(localDate('2026-05-29')),
  extended: false,
  late: null,
  registered: true,
  representative: { name: '見本 花子', termFrom: localDate('2026-04-01'), termUntil: localDate('2027-03-31') },
  income: yen(630_000),
  expenditure: yen(630_000),
  declared: 4,
  declarationsAsked: 4,
  inquiry: null,
  start: { eligible: { kind: 'day', day: localDate('2026-04-01') }, from: null, asked: '', decision: null },
  orderInYear: 1,
  perYear: { most: 1, article: '交付規則第6条' },
  panel: null,
  sameCost: null,
};

describe('what answers itself', () => {
  it('looks at the day of reception for the period, so that a correction is never late', () => {
    expect(automaticChecks['within-period'](facts).fulfilled).toBe(true);
    expect(automaticChecks['within-period']({ ...facts, receivedOn: localDate('2026-05-30') }).fulfilled).toBe(false);
    expect(automaticChecks['within-period']({ ...facts, receivedOn: localDate('2026-03-31') }).fulfilled).toBe(false);
  });

  it('tells an extended period from the first, and takes what staff let in afterwards, saying who and why', () => {
    const closes = { day: localDate('2026-06-01'), time: '12:00' };
    expect(automaticChecks['within-period']({ ...facts, closes, extended: true })).toEqual({
      fulfilled: true,
      why: '令和8年4月20日に受け付けました。受付期間は令和8年4月1日から令和8年6月1日12時まで（延長後）です。',
    });
    const late = { reason: '会長の急病のため', allowedBy: '担当 一子', allowedOn: localDate('2026-06-01') };
    expect(automaticChecks['within-period']({ ...facts, receivedOn: localDate('2026-06-02'), late })).toEqual({
      fulfilled: true,
      why: '期限後の受付を認めました（令和8年6月1日、担当 一子さん。理由：会長の急病のため）。令和8年6月2日に受け付けました。受付期間は令和8年4月1日から令和8年5月29日までです。',
    });
  });

  it('counts which of the year it is in the order of reception', () => {
    expect(automaticChecks['over-yearly-count'](facts)).toEqual({
      fulfilled: true,
      why: 'この年度に受け付けた1件目の申請です。1つの団体が申請できるのは1件までです。',
    });
    expect(automaticChecks['over-yearly-count']({ ...facts, orderInYear: 2 }).fulfilled).toBe(false);
    expect(automaticChecks['over-yearly-count']({ ...facts, orderInYear: 9, perYear: null }).fulfilled).toBe(true);
  });

  it('waits for the panel where the programme asks for one, and tells what came of it, also where it fell short', () => {
    const at = { panelName: '補助金審査会', number: 1, heldOn: localDate('2026-06-10') };
    const answer = (panel: CheckedFacts['panel']) => automaticChecks['panel-result']({ ...facts, panel });
    expect(answer(null).fulfilled).toBe(true);
    expect(answer({ kind: 'not-listed' })).toEqual({ fulfilled: false, why: 'まだ審査会の議題になっていません。' });
    expect(answer({ kind: 'waiting', at })).toEqual({
      fulfilled: false,
      why: '補助金審査会の第1回（令和8年6月10日）で審査します。結果はまだ確定していません。',
    });
    const result = { mean: '42.33', most: 60, place: 3, of: 8, shortfalls: [] };
    expect(answer({ kind: 'judged', at, result })).toEqual({
      fulfilled: true,
      why: '補助金審査会の第1回（令和8年6月10日）の結果は、60点満点で平均42.33点、8件のうち3位です。',
    });
    const short = { ...result, place: null, shortfalls: ['平均30点が、基準の36点に達していません。'] };
    expect(answer({ kind: 'judged', at, result: short })).toEqual({
      fulfilled: true,
      why: '補助金審査会の第1回（令和8年6月10日）の結果は、60点満点で平均42.33点です。平均30点が、基準の36点に達していません。',
    });
  });

  it('wants the representative in office on the day of sending, first and last day included', () => {
    const on = (day: string): boolean =>
      automaticChecks['officer-term-valid']({ ...facts, submittedOn: localDate(day) }).fulfilled;
    expect([on('2026-03-31'), on('2026-04-01'), on('2027-03-31'), on('2027-04-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(automaticChecks['officer-term-valid']({ ...facts, representative: null })).toEqual({
      fulfilled: false,
      why: '代表者が登録されていません。',
    });
  });

  it('wants both sums equal and all declarations, and gives its reason in figures', () => {
    expect(automaticChecks['budget-balances']({ ...facts, expenditure: yen(630_001) })).toEqual({
      fulfilled: false,
      why: '収入合計は630,000円、支出合計は630,001円です。',
    });
    expect(automaticChecks['declarations-given']({ ...facts, declared: 3 }).why).toBe(
      '4項目のうち3項目に同意しています。',
    );
    expect(automaticChecks['organization-registered']({ ...facts, registered: false }).fulfilled).toBe(false);
  });
});

describe('answers', () => {
  const before: ManualAnswer[] = [{ itemId: 'plan', answer: 'yes', remark: '', by: '一子', at: '1' }];
  const now = { by: '二郎', at: '2' };

  it('stay with who gave them until they change', () => {
    expect(takeAnswers(['plan'], before, [{ itemId: 'plan', answer: 'yes', remark: ' ' }], now)).toEqual(before);
    expect(takeAnswers(['plan'], before, [{ itemId: 'plan', answer: 'no', remark: '' }], now)[0]).toMatchObject(now);
    expect(takeAnswers(['plan'], before, [], now)).toEqual(before);
    expect(takeAnswers(['plan'], before, [{ itemId: 'plan', answer: '', remark: '' }], now)).toEqual([]);
  });

  it('count only for items that people answer', () => {
    expect(takeAnswers(['plan'], [], [{ itemId: 'period', answer: 'no', remark: '' }], now)).toEqual([]);
  });
});

describe('passing', () => {
  const item = (answer: ReviewItem['answer'], remark = '', automatic = false): ReviewItem => ({
    id: 'item',
    text: '項目',
    article: '',
    automatic,
    answer,
    remark,
    by: null,
    at: null,
  });
  const code = (tested: ReviewItem): string | undefined => passFaults([tested])[0]?.code;

  it.each([
    [item('yes'), undefined],
    [item('not-applicable', '対象の経費がないため'), undefined],
    [item('not-applicable'), 'reviews.reason-missing'],
    [item('no', '理由'), 'reviews.item-not-fulfilled'],
    [item('no', '受付期間のあとです。', true), 'reviews.automatic-item-not-fulfilled'],
    [item(null), 'reviews.item-unanswered'],
  ])('%#', (tested, expected) => {
    expect(code(tested)).toBe(expected);
  });
});
