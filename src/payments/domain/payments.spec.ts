import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { yen } from '../../kernel/yen.js';
import { anOrder } from '../../../test/support/builders/payments.js';
import { ACCOUNTING_COLUMNS } from './accounting-file.js';
import { readConfirmation, tidy, tidyPhone } from './claim.js';
import { payeeHold } from './payee.js';
import { refuseUnlessProved, totalOf, transferFileName } from './payment-batch.js';
import { paymentDateFaults } from './payment-date.js';
import { bankReference, ORDER_MACHINE, orderNumberText, parseOrderNumber } from './payment-order.js';
import { findingFaults, passes, type Finding } from './treasury-check.js';

const codes = (faults: readonly { pointer: string; code: string }[]): string[] =>
  faults.map((fault) => `${fault.pointer} ${fault.code}`);

describe('請求書の確認', () => {
  const typed = {
    claimedOn: localDate('2026-04-28'),
    responsibleName: '見本 花子',
    responsiblePhone: '0942-00-0000',
    inChargeName: '見本 太郎',
    inChargePhone: '090-0000-0000',
  };
  const check = (told: Partial<Record<keyof typeof typed, string>>): string[] => {
    try {
      readConfirmation({ ...typed, ...told }, localDate('2026-04-25'), localDate('2026-04-30'));
      return [];
    } catch (error) {
      return codes(error instanceof DomainError ? error.faults : []);
    }
  };

  it('asks for a day, two names and two telephone numbers', () => {
    expect(check({})).toEqual([]);
    expect(check({ claimedOn: localDate('2026-05-01') })).toEqual(['claimedOn payments.claim-in-future']);
    expect(check({ claimedOn: localDate('2026-04-24') })).toEqual(['claimedOn payments.claim-before-letter']);
    expect(check({ claimedOn: 'あした' })).toEqual(['claimedOn payments.claim-day-unreadable']);
    expect(check({ claimedOn: '', responsibleName: '', inChargeName: '' })).toEqual([
      'claimedOn payments.claim-day-missing',
      'responsibleName payments.signer-missing',
      'inChargeName payments.signer-missing',
    ]);
    expect(check({ inChargePhone: '00-000' })).toEqual(['inChargePhone payments.signer-phone']);
  });

  it('understands the figures, dashes and blanks of Japanese keyboards', () => {
    expect(tidyPhone('０９４２ー００―００００')).toBe('0942-00-0000');
    expect(tidyPhone('(0942) 00 0000')).toBe('0942000000');
    expect(tidy('　見本　　花子 ')).toBe('見本 花子');
    expect(tidy('\ufa1b\ufa19 花子')).toBe('\ufa1b\ufa19 花子');
  });
});

describe('支出命令', () => {
  it('has a number that people, files and the accounting system can write', () => {
    expect(orderNumberText(fiscalYear(2026), 12)).toBe('R8-S0012');
    expect(parseOrderNumber(' ｒ８-ｓ００１２ ')).toEqual({ fiscalYear: 2026, number: 12 });
    expect(parseOrderNumber('R8-0012')).toBeNull();
    expect(bankReference(anOrder({ number: 12 }))).toBe('2026000012');
    fc.assert(
      fc.property(fc.integer({ min: 2019, max: 2200 }), fc.integer({ min: 1, max: 999999 }), (year, number) => {
        expect(parseOrderNumber(orderNumberText(fiscalYear(year), number))).toEqual({ fiscalYear: year, number });
        expect(bankReference(anOrder({ fiscalYear: fiscalYear(year), number }))).toMatch(/^\d{10}$/);
      }),
    );
  });

  it('can be returned until its money is told to leave, and never paid before', () => {
    const may = (state: keyof typeof ORDER_MACHINE, action: 'fail' | 'pay' | 'return'): boolean => {
      try {
        nextState(ORDER_MACHINE, 'payments.order-state', state, action);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
        return false;
      }
    };
    const states = Object.keys(ORDER_MACHINE) as (keyof typeof ORDER_MACHINE)[];
    expect(states.filter((state) => may(state, 'return'))).toEqual(['ordered', 'checked', 'accepted', 'failed']);
    expect(states.filter((state) => may(state, 'fail'))).toEqual(['instructed', 'paid']);
    expect(states.filter((state) => may(state, 'pay'))).toEqual(['instructed']);
  });

  it('waits while the account is held, and when it is no longer the one that was ordered', () => {
    const { payee } = anOrder();
    expect(payeeHold(payee, { ...payee, hold: null })).toBeNull();
    expect(payeeHold(payee, { ...payee, bankName: '合併後の銀行', hold: null })).toBeNull();
    expect(payeeHold(payee, { ...payee, hold: 'account-change-pending' })).toBe('payments.hold-account-change-pending');
    expect(payeeHold(payee, { ...payee, accountNumber: '0765433', hold: null })).toBe('payments.hold-account-changed');
    expect(payeeHold(payee, { ...payee, transferKana: 'ｱ', hold: null })).toBe('payments.hold-account-changed');
  });
});

describe('会計審査', () => {
  const findings: Finding[] = [
    { item: 'legality', agrees: true, remark: '' },
    { item: 'commitment', agrees: true, remark: '' },
    { item: 'payee', agrees: true, remark: '' },
  ];

  it('answers every item, and explains what is not in order', () => {
    expect(findingFaults(findings)).toEqual([]);
    expect(passes(findings)).toBe(true);
    expect(codes(findingFaults(findings.slice(1)))).toEqual(['findings.legality payments.finding-missing']);
    const doubtful = findings.map((each) => (each.item === 'payee' ? { ...each, agrees: false } : each));
    expect(codes(findingFaults(doubtful))).toEqual(['remark payments.remark-missing']);
    expect(passes(doubtful)).toBe(false);
  });
});

describe('支払の束', () => {
  it('is proved by the sum and the number of its orders', () => {
    const orders = [anOrder({ amount: yen(630000) }), anOrder({ amount: yen(690000) })];
    expect(totalOf(orders)).toEqual({ count: 2, total: 1320000n });
    expect(() => refuseUnlessProved({ count: 2, total: yen(1320000) }, totalOf(orders))).not.toThrow();
    expect(() => refuseUnlessProved({ count: 2, total: yen(1320001) }, totalOf(orders))).toThrow(
      'payments.batch-not-proved',
    );
  });

  it('takes a payment date that the bank and the year still allow', () => {
    const facts = {
      isBankDay: true,
      cutOff: localDate('2026-05-26'),
      earliest: localDate('2026-05-29'),
      lastOfYear: localDate('2027-05-31'),
    };
    const at = localDate('2026-05-29');
    expect(paymentDateFaults(at, localDate('2026-05-26'), facts)).toEqual([]);
    expect(codes(paymentDateFaults(at, localDate('2026-05-27'), facts))).toEqual([
      'paymentDate payments.cut-off-passed',
    ]);
    expect(codes(paymentDateFaults(at, localDate('2026-05-26'), { ...facts, isBankDay: false }))).toEqual([
      'paymentDate payments.not-a-bank-day',
    ]);
    expect(
      codes(paymentDateFaults(at, localDate('2026-05-26'), { ...facts, lastOfYear: localDate('2026-05-28') })),
    ).toEqual(['paymentDate payments.after-closing']);
  });

  it('names its file after town, day and number', () => {
    expect(transferFileName('ogori', localDate('2026-05-29'), 1)).toBe('zengin-ogori-20260529-1.txt');
  });
});

describe('財務会計へのファイル', () => {
  it('says of each order what the accounting system needs, in the documented columns', () => {
    const line = { exportNumber: 'R8-X0001', order: anOrder(), acceptedOn: '2026-05-02', knownCreditorNumber: '' };
    expect(Object.fromEntries(ACCOUNTING_COLUMNS.map((column) => [column.header, column.cell(line)]))).toEqual({
      様式版: '1',
      出力番号: 'R8-X0001',
      支出命令番号: 'R8-S0001',
      支出命令日: '2026-05-01',
      会計年度: '2026',
      予算科目コード: '02-01-07-18-001',
      予算科目名: '負担金、補助及び交付金',
      支出負担行為番号: 'R8-0001',
      支出負担行為日: '2026-04-20',
      支出負担行為額: 660000n,
      支出命令額: 660000n,
      支払方法: '通常払',
      請求日: '2026-04-28',
      会計決定日: '2026-05-02',
      件名: '運営交付金',
      債権者番号: '',
      債権者名: '見本校区まちづくり協議会',
      金融機関コード: '0178',
      金融機関名: '見本銀行',
      支店コード: '101',
      支店名: '見本支店',
      預金種目: '普通',
      口座番号: '0765432',
      口座名義カナ: 'ミホンコウクマチヅクリキョウギカイ',
      振込用カナ: 'ﾐﾎﾝｺｳｸﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ',
    });
  });
});
