import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { yen, type Yen } from '../../kernel/yen.js';
import type { Books } from './books.js';
import { differenceInWords } from './difference-words.js';
import { prove } from './proof.js';

const LINE = { id: 'line', fiscalYear: fiscalYear(2026), code: '02-01', name: '運営交付金', closed: false };

/** One grant of 630,000 yen, paid by one order that stands in one bank file. */
const SOUND: Books = {
  lines: [LINE],
  ledgerFaults: [],
  held: [
    {
      ...{ grantId: 'g', label: '大原校区', lineId: 'line', reserved: yen(0) },
      ...{ committed: yen(630_000), ordered: yen(630_000), paid: yen(630_000), returned: yen(0) },
    },
  ],
  postedOrders: [{ orderId: 'o', label: '大原校区', lineId: 'line', ordered: yen(630_000), paid: yen(630_000) }],
  postedReturns: [],
  grants: [{ id: 'g', label: '大原校区', lineId: 'line', inForce: yen(630_000), proposed: null }],
  orders: [
    {
      ...{ id: 'o', label: 'R8-S0001 大原校区', lineId: 'line' },
      ...{ amount: yen(630_000), ordered: yen(630_000), paid: yen(630_000) },
    },
  ],
  files: [
    {
      ...{ kind: 'bank-file', id: 'f', name: 'zengin-1.txt', stated: { count: 1, total: yen(630_000) } },
      lines: [{ orderId: 'o', number: '2026000001', amount: yen(630_000) }],
    },
  ],
  returns: [],
  revenue: [],
  unevenReceipts: [],
  postedLapses: [],
  lapses: [],
};

const findingsOf = (books: Books): string[] => prove(books).differences.map(differenceInWords);
const only = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error('one row is expected');
  return row;
};

describe('the proof of the books', () => {
  it('balances where every book says the same, with the totals of each line', () => {
    const { balanced, lines } = prove(SOUND);
    expect(balanced).toBe(true);
    expect(lines).toMatchObject([
      { committed: { ledger: 630_000n, grants: 630_000n }, paid: { ledger: 630_000n, files: 630_000n } },
    ]);
  });

  it('lets an overpayment stand in the ledger until it comes back', () => {
    const revoked = { ...SOUND, grants: [{ ...only(SOUND.grants), inForce: yen(400_000) }] };
    expect(prove(revoked).balanced).toBe(true);
    const held = { ...only(SOUND.held), committed: yen(400_000), returned: yen(230_000) };
    const postedReturns = [{ receiptId: 'r', label: '大原校区', lineId: 'line', returned: yen(230_000) }];
    const back = { ...revoked, held: [held], postedReturns, returns: postedReturns };
    expect(prove(back).balanced).toBe(true);
    expect(findingsOf({ ...back, returns: [] })).toEqual([
      '大原校区：戻入額が合いません。予算台帳 230,000円、返還の記録 0円（差 230,000円）',
    ]);
  });

  it('names what differs, by whom and by how much', () => {
    expect(findingsOf({ ...SOUND, grants: [{ ...only(SOUND.grants), inForce: yen(690_000) }] })).toEqual([
      '大原校区：負担行為済額が合いません。予算台帳 630,000円、交付決定 690,000円（差 △60,000円）',
    ]);
    expect(findingsOf({ ...SOUND, grants: [] })).toEqual([
      '大原校区：負担行為済額が合いません。予算台帳 630,000円、交付決定 0円（差 630,000円）',
    ]);
    expect(findingsOf({ ...SOUND, orders: [{ ...only(SOUND.orders), paid: yen(0) }] })).toEqual([
      'R8-S0001 大原校区：支払済額が合いません。予算台帳 630,000円、支払の記録 0円（差 630,000円）',
    ]);
    expect(findingsOf({ ...SOUND, files: [] })).toEqual([
      'R8-S0001 大原校区：支払済額が合いません。支払の記録 630,000円、ファイルの中身 0円（差 630,000円）',
    ]);
  });

  it('names a file that was changed, and a line that no order bears', () => {
    const file = only(SOUND.files);
    expect(findingsOf({ ...SOUND, files: [{ ...file, lines: null }] })[0]).toBe(
      'zengin-1.txt：保存したファイルが失われたか、書き換えられたか、読めません。',
    );
    const stray = { orderId: null, number: '2026000099', amount: yen(5) };
    expect(findingsOf({ ...SOUND, files: [{ ...file, lines: [...(file.lines ?? []), stray] }] })).toEqual([
      'zengin-1.txt：振込データの額が合いません。支払の記録 630,000円、ファイルの中身 630,005円（差 △5円）',
      'zengin-1.txt 2026000099：振込データの額が合いません。支払の記録 0円、ファイルの中身 5円（差 △5円）',
    ]);
  });

  it('counts the newest line of an order that was sent again, and no export as a payment', () => {
    const file = only(SOUND.files);
    expect(prove({ ...SOUND, files: [file, { ...file, id: 'f2', name: 'zengin-2.txt' }] }).balanced).toBe(true);
    expect(prove({ ...SOUND, files: [{ ...file, kind: 'accounting-export' }] }).balanced).toBe(false);
  });

  it('finds any single yen that is moved in any book', () => {
    const moved = fc.integer({ min: -1_000, max: 1_000 }).filter((by) => by !== 0);
    const add = (amount: Yen, by: number): Yen => yen(amount + BigInt(by));
    const changes: Record<string, (by: number) => Books> = {
      grants: (by) => ({ ...SOUND, grants: [{ ...only(SOUND.grants), inForce: add(yen(700_000), by) }] }),
      ledger: (by) => ({ ...SOUND, held: [{ ...only(SOUND.held), committed: add(yen(630_000), by) }] }),
      postings: (by) => ({ ...SOUND, postedOrders: [{ ...only(SOUND.postedOrders), paid: add(yen(630_000), by) }] }),
      payments: (by) => ({ ...SOUND, orders: [{ ...only(SOUND.orders), ordered: add(yen(630_000), by) }] }),
      line: (by) => ({ ...SOUND, postedOrders: [{ ...only(SOUND.postedOrders), lineId: `line-${String(by)}` }] }),
    };
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(changes)), moved, (book, by) => {
        expect(prove(changes[book]?.(by) ?? SOUND).balanced).toBe(false);
      }),
    );
  });
});
