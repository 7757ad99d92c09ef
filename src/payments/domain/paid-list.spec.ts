import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import { anOrder } from '../../../test/support/builders/payments.js';
import { checkPaidList, type TypedPaidLine } from './paid-list.js';

const TODAY = localDate('2026-05-29');
const first = anOrder({ id: 'a', number: 1, amount: yen(660000), state: 'instructed' });
const second = anOrder({ id: 'b', number: 2, amount: yen(630000), state: 'instructed' });

const cells: TypedPaidLine['cells'] = {
  支出命令番号: 'R8-S0001',
  伝票番号: '26-000123',
  債権者番号: 'S0456',
  支払日: '令和8年5月29日',
  金額: '660,000',
  結果: '',
  理由: '',
  資金の戻った日: '',
};
const line = (number: number, told: Partial<TypedPaidLine['cells']> = {}): TypedPaidLine => ({
  line: number,
  cells: { ...cells, ...told },
});
const codesOf = (typed: TypedPaidLine[], orders = [first, second]): string[] =>
  checkPaidList(typed, orders, [], TODAY).faults.map((fault) => `${String(fault.params?.['line'])} ${fault.code}`);

describe('支払済一覧', () => {
  it('is taken when every line agrees with its order', () => {
    const { lines, faults } = checkPaidList(
      [line(2), line(3, { 支出命令番号: 'Ｒ８-Ｓ０００２', 金額: '630000円' })],
      [first, second],
      [],
      TODAY,
    );
    expect(faults).toEqual([]);
    expect(lines.map((each) => [each.order.id, each.day, each.slipNumber, each.known])).toEqual([
      ['a', '2026-05-29', '26-000123', false],
      ['b', '2026-05-29', '26-000123', false],
    ]);
  });

  it.each([
    [{ 支出命令番号: 'R8-S0009' }, 'payments.paid-line-unknown-order'],
    [{ 支出命令番号: '支出命令1号' }, 'payments.paid-line-unknown-order'],
    [{ 伝票番号: '' }, 'payments.paid-line-slip-number'],
    [{ 債権者番号: '債権者' }, 'payments.paid-line-creditor-number'],
    [{ 支払日: '5月末' }, 'payments.paid-line-day'],
    [{ 支払日: '2026-05-30' }, 'payments.paid-line-in-future'],
    [{ 支払日: '2026-04-30' }, 'payments.paid-line-before-order'],
    [{ 金額: '六十六万' }, 'payments.paid-line-amount'],
    [{ 金額: '' }, 'payments.paid-line-amount'],
    [{ 金額: '660001' }, 'payments.paid-line-other-amount'],
  ])('names the line in which %j stands', (told, code) => {
    expect(codesOf([line(7, told)])).toEqual([`7 ${code}`]);
  });

  it('takes no payment after 出納閉鎖 of the order’s year, but the news that it failed', () => {
    const checked = (told: Partial<TypedPaidLine['cells']>): string[] =>
      checkPaidList([line(2, told)], [first], [], localDate('2027-06-02')).faults.map(({ code }) => code);
    expect(checked({ 支払日: '令和9年5月31日' })).toEqual([]);
    expect(checked({ 支払日: '令和9年6月1日' })).toEqual(['payments.paid-line-after-closing']);
    expect(checked({ 支払日: '令和9年6月1日', 結果: '支払不能', 理由: '口座解約' })).toEqual([]);
  });

  it('names every faulty line, and an order that stands there twice', () => {
    expect(codesOf([line(2), line(3), line(4, { 金額: '1' })])).toEqual([
      '3 payments.paid-line-twice',
      '4 payments.paid-line-twice',
      '4 payments.paid-line-other-amount',
    ]);
  });

  it('recognises what it was told before, and refuses to be told otherwise', () => {
    const paid = anOrder({
      state: 'paid',
      paidOn: localDate('2026-05-29'),
      slipNumber: '26-000123',
      creditorNumber: 'S0456',
    });
    expect(checkPaidList([line(2)], [paid], [], TODAY).lines.map((each) => each.known)).toEqual([true]);
    expect(codesOf([line(2, { 伝票番号: '26-000999' })], [paid])).toEqual(['2 payments.paid-line-differs']);
  });

  it('takes 支払不能 of what was paid or waits, with the reason of the bank', () => {
    const paid = { paidOn: localDate('2026-05-15'), slipNumber: '26-000123', creditorNumber: 'S0456' };
    const failed = { 結果: '支払不能', 理由: '口座解約', 資金の戻った日: '令和8年5月28日', 支払日: '2026-05-27' };
    const { lines, faults } = checkPaidList([line(2, failed)], [anOrder({ ...paid, state: 'paid' })], [], TODAY);
    expect(faults).toEqual([]);
    expect(lines[0]).toMatchObject({
      ...{ day: '2026-05-27', known: false },
      failed: { reason: '口座解約', returnedOn: '2026-05-28' },
    });
    expect(codesOf([line(2, { ...failed, 理由: '' })])).toEqual(['2 payments.paid-line-reason']);
    expect(codesOf([line(2, { ...failed, 結果: '不明' })])).toEqual(['2 payments.paid-line-result']);
    expect(codesOf([line(2, { ...failed, 資金の戻った日: 'まだ' })])).toEqual(['2 payments.paid-line-day']);
    const other = anOrder({ ...paid, state: 'paid', slipNumber: '26-000999' });
    expect(codesOf([line(2, failed)], [other])).toEqual(['2 payments.paid-line-differs']);
    const late = anOrder({ ...paid, state: 'paid', paidOn: localDate('2026-05-28') });
    expect(codesOf([line(2, failed)], [late])).toEqual(['2 payments.paid-line-failed-before']);
  });

  it('a cumulative list repeats the payment that failed and its failure: neither is news, nor pays again', () => {
    const failure = {
      ...{ orderId: 'a', slipNumber: '26-000123' },
      ...{ paidOn: localDate('2026-05-15'), failedOn: localDate('2026-05-20') },
    };
    const again = [
      line(2, { 支払日: '2026-05-15' }),
      line(3, { 結果: '支払不能', 理由: '口座解約', 支払日: '2026-05-20' }),
    ];
    const both = checkPaidList(again, [first], [failure], TODAY);
    expect(both.faults).toEqual([]);
    expect(both.lines.map(({ known }) => known)).toEqual([true, true]);
    const third = checkPaidList([...again, line(4, { 伝票番号: '26-000200' })], [first], [failure], TODAY);
    expect(third.faults).toEqual([]);
    expect(third.lines.filter(({ known }) => !known).map(({ slipNumber }) => slipNumber)).toEqual(['26-000200']);
    expect(codesOf([line(2)], [anOrder({ state: 'failed' })])).toEqual(['2 payments.paid-line-not-waiting']);
  });
});
