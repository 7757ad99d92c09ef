import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';

import {
  municipalityId,
  publicActor,
  systemActor,
  type OfficerActor,
  type StaffActor,
} from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { Municipalities } from '../../../src/municipalities/index.js';
import {
  CheckLetter,
  LetterDrawing,
  Letters,
  OpenLetter,
  RecordDispatch,
  RedrawLetter,
  VoidLetter,
  type IssueOptions,
  type IssuedLetter,
  type Letter,
} from '../../../src/notices/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import { aLetter } from '../../support/builders/letters.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';
import { readPdf } from '../../support/pdf-check.js';

const JULY = localDate('2026-07-01');

describe('letters and their numbers', () => {
  let house: House;
  let hall: TownHall;
  let clerk: StaffActor;
  let sectionId: string;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-07-01', environment: { DATABASE_POOL: '45' } });
    hall = await aTownHall(house);
    clerk = await hall.person('見本 担当', '担当');
    sectionId = (await run((tx) => house.get(Municipalities).promotionSection(tx))).id;
  });

  afterAll(() => house.close());

  const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => house.get(UnitOfWork).run(hall.system, work);
  const issue = (words: Partial<Letter> = {}, options: Partial<IssueOptions> = {}) =>
    run((tx) => house.get(Letters).issue(tx, aLetter(words), { sectionId, issuedOn: JULY, ...options }));
  const draw = (letterId: string): Promise<void> => run((tx) => house.get(LetterDrawing).draw(tx, letterId));
  const look = (letterId: string): Promise<IssuedLetter> => run((tx) => house.get(Letters).get(tx, letterId));
  const officerOf = (organizationId: string): OfficerActor => ({
    kind: 'officer',
    municipalityId: hall.system.municipalityId,
    accountId: randomUUID(),
    officerId: randomUUID(),
    organizationId,
    name: '見本 役員',
  });
  /** Electronic delivery needs an article of the town; this test town records one. */
  const recordBasis = (basis: string | null) =>
    house.sql('UPDATE municipalities SET electronic_delivery_basis = $1 WHERE id = $2', [
      basis,
      hall.system.municipalityId,
    ]);

  test('the section counts its letters within the fiscal year of their date', async () => {
    const numbers = [await issue(), await issue(), await issue({}, { issuedOn: localDate('2027-04-01') })];
    expect(numbers.map(({ number }) => number)).toEqual(['8小コ第1号', '8小コ第2号', '9小コ第1号']);
  });

  test('forty letters issued at the same moment get forty consecutive numbers', async () => {
    const before = await issue();
    const start = Number(/第(\d+)号/.exec(before.number ?? '')?.[1]);
    const issued = await Promise.all(Array.from({ length: 40 }, () => issue()));
    const serials = issued.map(({ number }) => Number(/第(\d+)号/.exec(number ?? '')?.[1])).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 40 }, (_, index) => start + 1 + index));
  });

  test('an issue that is rolled back leaves no gap', async () => {
    const before = await issue();
    const failed = run(async (tx) => {
      await house.get(Letters).issue(tx, aLetter(), { sectionId, issuedOn: JULY });
      throw new Error('something later failed');
    });
    await expect(failed).rejects.toThrow('something later failed');
    expect(serialOf(await issue())).toBe(serialOf(before) + 1);
  });

  test('a number typed in from another system is taken once, and our series steps over it', async () => {
    const next = serialOf(await issue()) + 1;
    const typed = await issue({}, { externalNumber: ` 8小コ第${String(next)}号 ` });
    expect(typed.number).toBe(`8小コ第${String(next)}号`);
    await expect(issue({}, { externalNumber: `8小コ第${String(next)}号` })).rejects.toMatchObject({
      faults: [{ pointer: 'externalNumber', code: 'notices.number-taken' }],
    });
    expect(serialOf(await issue())).toBe(next + 1);
  });

  test('whoever checks a letter hears what later letters did to it, from their day on', async () => {
    const anyone = publicActor(hall.system.municipalityId);
    const check = async (letterId: string) => {
      const { checkCode } = await look(letterId);
      return house.get(CheckLetter).byCode(anyone, '192.0.2.1', checkCode ?? '');
    };
    const subjectId = randomUUID();
    const amount = { label: '交付決定額', yen: '630000' };
    const decision = await issue({ subjectId, amount });
    await draw(decision.letterId);
    expect(await check(decision.letterId)).toMatchObject({ number: decision.number, amount, standing: 'in-force' });

    const changed = { succeeds: { subjectIds: [subjectId], effect: 'changed' } } as const;
    await issue({ subjectId: randomUUID() }, { ...changed, issuedOn: localDate('2026-07-02') });
    expect(await check(decision.letterId)).toMatchObject({ standing: 'in-force', later: [] });
    const settled = { label: '確定額', yen: '600000' };
    const determined = await issue(
      { subjectId: randomUUID(), amount: settled },
      { succeeds: { subjectIds: [subjectId], effect: 'determined' } },
    );
    await draw(determined.letterId);
    expect(await check(decision.letterId)).toMatchObject({
      standing: 'determined',
      later: [{ number: determined.number, amount: settled }],
    });
    const spoilt = await issue({ subjectId: randomUUID() }, { ...changed });
    expect(await check(decision.letterId)).toMatchObject({
      standing: 'changed',
      later: [{ number: determined.number }, { number: spoilt.number }],
    });
    // what changes the decision changes what was determined of it as well
    expect(await check(determined.letterId)).toMatchObject({ standing: 'changed', later: [{ number: spoilt.number }] });
    await house.get(VoidLetter).execute(clerk, { letterId: spoilt.letterId, reason: '宛先の誤り' });
    expect(await check(decision.letterId)).toMatchObject({ standing: 'determined' });
    expect(await check(determined.letterId)).toMatchObject({ standing: 'in-force' });
    const revocation = await issue(
      { subjectId: randomUUID() },
      { succeeds: { subjectIds: [subjectId], effect: 'revoked' } },
    );
    expect(await check(decision.letterId)).toMatchObject({
      standing: 'revoked',
      later: [{ number: determined.number }, { number: revocation.number, effect: 'revoked' }],
    });
    expect(await check(determined.letterId)).toMatchObject({ standing: 'revoked' });
  });

  test('a branch shares the number of an earlier letter', async () => {
    const main = await issue();
    const branches = [await issue({}, { branchOf: main.letterId }), await issue({}, { branchOf: main.letterId })];
    expect(branches.map(({ number }) => number)).toEqual([`${String(main.number)}の2`, `${String(main.number)}の3`]);
  });

  test('a void number stays in the register with its reason and is not given again', async () => {
    const spoilt = await issue();
    await house.get(VoidLetter).execute(clerk, { letterId: spoilt.letterId, reason: '宛先の誤り' });
    expect(await look(spoilt.letterId)).toMatchObject({
      number: spoilt.number,
      state: 'void',
      voidReason: '宛先の誤り',
    });
    expect(serialOf(await issue())).toBe(serialOf(spoilt) + 1);
    const register = await run((tx) => house.get(Letters).register(tx, { only: 'void' }));
    expect(register.letters.map(({ number }) => number)).toContain(spoilt.number);
    await draw(spoilt.letterId);
    expect(await look(spoilt.letterId)).toMatchObject({ state: 'void', sha256: null });
    await expect(
      house.get(VoidLetter).execute(clerk, { letterId: (await issue()).letterId, reason: ' ' }),
    ).rejects.toMatchObject({ faults: [{ pointer: 'reason' }] });
  });

  test('a letter is drawn once; its bytes have the hash that is kept, and bear number and date', async () => {
    const { letterId, number } = await issue();
    await draw(letterId);
    const drawn = await look(letterId);
    const bytes = await run((tx) => house.get(Letters).pdfOf(tx, letterId));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(drawn.sha256);
    const pdf = await readPdf(bytes);
    expect(pdf.text).toContain(`${String(number)}令和8年7月1日`);
    house.clock.at('2026-07-02');
    await draw(letterId);
    house.clock.at('2026-07-01');
    expect(await look(letterId)).toEqual(drawn);
    await expect(house.get(RedrawLetter).execute(clerk, letterId)).rejects.toMatchObject({
      code: 'notices.drawn-once',
    });
  });

  test('the database itself refuses to change or delete what was issued', async () => {
    const { letterId } = await issue();
    await expect(house.sql(`UPDATE letters SET number = 'x' WHERE id = $1`, [letterId])).rejects.toThrow(
      'never changes',
    );
    await expect(house.sql(`UPDATE letters SET content = '{}' WHERE id = $1`, [letterId])).rejects.toThrow(
      'never changes',
    );
    await expect(house.sql('DELETE FROM letters WHERE id = $1', [letterId])).rejects.toThrow('never deleted');
  });

  test('a name that cannot be printed takes no number', async () => {
    const before = serialOf(await issue());
    await expect(issue({ title: '約≒について' })).rejects.toMatchObject({
      code: 'notices.uncovered-characters',
      params: { characters: '≒' },
    });
    expect(serialOf(await issue())).toBe(before + 1);
  });

  test('a receipt has 〓 for what cannot be printed, such as the picture in the name of a file', async () => {
    const table: Letter['blocks'][number] = {
      kind: 'table',
      caption: '提出した書類',
      columns: [{ label: 'ファイル名', align: 'start' }],
      rows: [['規約🎉𠮷.pdf']],
    };
    const { letterId } = await issue({ kind: 'receipt', numbered: false, blocks: [table] });
    await draw(letterId);
    const { text } = await readPdf(await run((tx) => house.get(Letters).pdfOf(tx, letterId)));
    expect(text).toContain('規約〓𠮷.pdf');
  });

  test('without an article of the town, or without consent, a notice goes on paper and its dispatch is recorded', async () => {
    const organizationId = randomUUID();
    const consent = { consentsToElectronicDelivery: true };
    const { letterId } = await issue({ organizationId }, consent);
    await recordBasis('見本条例第1条');
    const second = await issue({ organizationId }, { consentsToElectronicDelivery: false });
    for (const id of [letterId, second.letterId]) {
      await draw(id);
      expect(await look(id)).toMatchObject({ delivery: 'paper' });
    }
    expect(await run((tx) => house.get(Letters).inbox(tx, organizationId))).toEqual([]);
    const told = house.get(OpenLetter).execute(officerOf(organizationId), letterId);
    await expect(told).rejects.toMatchObject({ kind: 'not-found', code: 'notices.goes-on-paper' });
    const dispatch = { letterIds: [letterId], on: JULY, how: 'post' as const };
    await house.get(RecordDispatch).execute(clerk, dispatch);
    expect(await look(letterId)).toMatchObject({ dispatchedOn: '2026-07-01', dispatchedHow: 'post' });
    const toPrint = await run((tx) => house.get(Letters).register(tx, { only: 'to-print' }));
    expect(toPrint.letters.map(({ id }) => id)).toContain(second.letterId);
    expect(toPrint.letters.map(({ id }) => id)).not.toContain(letterId);
    await expect(house.get(RecordDispatch).execute(clerk, dispatch)).rejects.toMatchObject({
      code: 'notices.already-dispatched',
    });
    await expect(house.get(VoidLetter).execute(clerk, { letterId, reason: '誤り' })).rejects.toMatchObject({
      code: 'notices.already-delivered',
    });
    const early = { letterIds: [second.letterId], on: localDate('2026-06-30'), how: 'post' as const };
    await expect(house.get(RecordDispatch).execute(clerk, early)).rejects.toMatchObject({
      faults: [{ pointer: 'on' }],
    });
  });

  test('the organisation that consented finds its letter, and the first opening is recorded', async () => {
    await recordBasis('見本条例第1条');
    const organizationId = randomUUID();
    const [own, other] = [officerOf(organizationId), officerOf(randomUUID())];
    const { letterId } = await issue({ organizationId }, { consentsToElectronicDelivery: true });
    const inbox = (officer: OfficerActor) =>
      house.get(UnitOfWork).read(officer, (tx) => house.get(Letters).inbox(tx, organizationId));
    expect(await inbox(own)).toEqual([]);
    await draw(letterId);
    expect((await inbox(own)).map(({ id }) => id)).toEqual([letterId]);
    await expect(inbox(other)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(house.get(OpenLetter).execute(other, letterId)).rejects.toMatchObject({ kind: 'not-found' });

    const first = await house.get(OpenLetter).execute(own, letterId);
    house.clock.pass(60);
    const second = await house.get(OpenLetter).execute(own, letterId);
    expect(second.openedAt).toEqual(first.openedAt);
    const trail = await house.sql(`SELECT 1 FROM audit_entries WHERE action = 'letter.opened' AND subject_id = $1`, [
      letterId,
    ]);
    expect(trail).toHaveLength(1);
  });

  test('a receipt bears no number and lies in the inbox', async () => {
    await recordBasis(null);
    const organizationId = randomUUID();
    const { letterId, number } = await issue({ numbered: false, kind: 'receipt', organizationId });
    await draw(letterId);
    expect(number).toBeNull();
    expect(await run((tx) => house.get(Letters).inbox(tx, organizationId))).toHaveLength(1);
  });

  test('the progress of letters issued together is counted from the letters', async () => {
    const batchId = randomUUID();
    const batch = [await issue({}, { batchId }), await issue({}, { batchId }), await issue({}, { batchId })];
    const progress = () => run((tx) => house.get(Letters).batchProgress(tx, batchId));
    expect(await progress()).toEqual({ total: 3, drawn: 0, failed: 0 });
    await draw(batch[0]?.letterId ?? '');
    await Promise.all([draw(batch[1]?.letterId ?? ''), draw(batch[1]?.letterId ?? '')]);
    expect(await progress()).toEqual({ total: 3, drawn: 2, failed: 0 });
    await house.get(VoidLetter).execute(clerk, { letterId: batch[2]?.letterId ?? '', reason: '取りやめ' });
    expect(await progress()).toEqual({ total: 2, drawn: 2, failed: 0 });
  });

  test('another town sees nothing of it', async () => {
    const { letterId } = await issue();
    const elsewhere = systemActor(municipalityId('404012'), 'テスト');
    await expect(
      house.get(UnitOfWork).read(elsewhere, (tx) => house.get(Letters).get(tx, letterId)),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

const serialOf = ({ number }: { number: string | null }): number => Number(/第(\d+)号/.exec(number ?? '')?.[1]);
