import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { WithdrawApplication } from '../../../src/applications/index.js';
import {
  ActOnDraft,
  RecastCases,
  RedraftHeld,
  SendBackDraft,
  ViewDraft,
  WithdrawDraft,
} from '../../../src/approvals/index.js';
import { BudgetLedger } from '../../../src/budgets/index.js';
import {
  ChangeOutcome,
  DraftDecision,
  GrantDirectory,
  IssueDecisionLetters,
  type OutcomeChoice,
} from '../../../src/grants/index.js';
import type { OfficerActor, StaffActor } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import { Letters, LetterTemplates, OpenLetter, ViewLetters, VoidLetter } from '../../../src/notices/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import { ReturnApplication } from '../../../src/reviews/index.js';
import {
  aLine,
  aPublishedProgram,
  aSubmittedApplication,
  passReview,
  saveSection,
  submitApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import { approveAsShown, approveByAll } from '../../support/builders/approvals.js';
import {
  aBudgetLine,
  aDecidedGrant,
  aPassedCase,
  draftDecision,
  grantOf,
  issueLetters,
  theMorningOf,
} from '../../support/builders/grants.js';
import { aRegisteredOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { readPdf } from '../../support/pdf-check.js';

const REFUSED: OutcomeChoice = {
  outcome: 'refused',
  amount: null,
  reason: '活動の計画が交付規則の目的に合わないため。',
};
const reducedTo = (amount: number): OutcomeChoice => ({
  ...{ outcome: 'reduced', amount: yen(amount) },
  reason: '前年度の繰越金が多いため。',
});

describe('deciding grants', () => {
  let house: House;
  let ogori: Municipality;
  let clerk: StaffActor;
  let approvers: readonly StaffActor[];
  let lineId: string;
  let program: TestProgram;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-10' });
    ({ ogori } = await openTowns(house));
    clerk = await staffActor(house, ogori, 'tanto1');
    approvers = [await staffActor(house, ogori, 'kakaricho'), await staffActor(house, ogori, 'kacho')];
    lineId = await aBudgetLine(house, clerk, '02-01-07-18-777', 60_000_000);
    program = await aPublishedProgram(house, clerk, { budgetLineId: lineId });
  });

  afterAll(() => house.close());

  const read = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => house.get(UnitOfWork).read(clerk, work);
  const line = () => read((tx) => house.get(BudgetLedger).line(tx, lineId));
  const seenByOfficer = (officer: OfficerActor, grantId: string): Promise<boolean> =>
    house.get(UnitOfWork).read(officer, async (tx) => {
      const grants = await house.get(GrantDirectory).forOrganization(tx, officer.organizationId);
      return grants.some(({ id }) => id === grantId);
    });
  const inboxOf = async (officer: OfficerActor): Promise<string[]> =>
    (await house.get(ViewLetters).inbox(officer)).map(({ kind }) => kind);
  const isPublic = async (grantId: string): Promise<boolean> =>
    (await house.sql(`SELECT 1 FROM public_grants WHERE id = $1`, [grantId])).length > 0;
  const hasClaim = async (grantId: string): Promise<boolean> =>
    (await house.sql(`SELECT 1 FROM claims WHERE grant_id = $1`, [grantId])).length > 0;
  let districts = 0;
  const aCase = (wards = 6, consents = true) => {
    districts += 1;
    const name = `第${String(districts)}校区協働のまちづくり協議会`;
    const wishes = { name, district: `第${String(districts)}校区`, consents };
    return aPassedCase(house, clerk, program, {
      ...wishes,
      wards: Array.from({ length: wards }, (_, index) => `第${String(districts)}の${String(index + 1)}区`),
    });
  };

  test('the last approval is decision and commitment in one transaction', async () => {
    const { organization, applicationId } = await aCase(6);
    const before = await line();
    const draftId = await draftDecision(house, clerk, [applicationId]);
    expect(await line()).toMatchObject({ reserved: before.reserved + 630_000n, committed: before.committed });
    await approveAsShown(house, approvers[0] as StaffActor, draftId);
    expect(await grantOf(house, clerk, applicationId)).toMatchObject({ state: 'proposed', decidedOn: null });
    house.clock.at('2026-04-15');
    await approveAsShown(house, approvers[1] as StaffActor, draftId);

    const grant = await grantOf(house, clerk, applicationId);
    expect(grant).toMatchObject({
      state: 'decided',
      amount: 630_000n,
      decidedOn: '2026-04-15',
      issuedOn: null,
      letterNumber: null,
      commitmentNumber: expect.stringMatching(/^R8-\d{4}$/),
    });
    expect(grant.working.lines.map(({ formula, yen }) => [formula, yen])).toEqual([
      ['570,000円（定額）', '570000'],
      ['10,000円 × 6行政区', '60000'],
    ]);
    expect(await line()).toMatchObject({ reserved: before.reserved, committed: before.committed + 630_000n });
    const [event] = await house.sql<{ at: Date }>(
      `SELECT occurred_at AS at FROM outbox_events WHERE type = 'GrantDecided' AND subject_id = $1`,
      [grant.id],
    );
    expect(event).toBeDefined();
    const seen = house.get(UnitOfWork).read(organization.officer, (tx) => house.get(GrantDirectory).get(tx, grant.id));
    await expect(seen).rejects.toMatchObject({ kind: 'not-found' });
    await expect(house.sql(`UPDATE grants SET amount = 1 WHERE id = $1`, [grant.id])).rejects.toThrow();
  });

  test('a letter says what the edition says in words of its own, and keeps saying it', async () => {
    const { letters } = program.document;
    const { template } = letters.decision;
    const standing = await house
      .get(UnitOfWork)
      .read(clerk, (tx) => house.get(LetterTemplates).textsOf(tx, [template]));
    const wording = standing
      .get(template)!
      .replace('決定したので通知します。', '決定しました。よい活動を願っています。');
    const own = { ...letters, decision: { ...letters.decision, wording } };
    const worded = await aPublishedProgram(house, clerk, { budgetLineId: lineId, letters: own });
    const { applicationId } = await aPassedCase(house, clerk, worded, { name: '文の校区協議会', district: '文の校区' });
    const { id } = await aDecidedGrant(house, clerk, approvers, applicationId);
    await issueLetters(house, clerk, [id], '2026-04-15');
    await house.drainOutbox();
    const { letterId } = await grantOf(house, clerk, applicationId);
    const { view } = await house.get(ViewLetters).one(clerk, letterId ?? '');
    expect(view.letter.blocks[0]).toMatchObject({ text: expect.stringContaining('よい活動を願っています。') });
  });

  test('a joint draft beyond the ceiling drafts nothing', async () => {
    const [one, two] = [await aCase(), await aCase()];
    const tight = await aBudgetLine(house, clerk, '02-01-07-18-778', 630_000);
    const small = await aPublishedProgram(house, clerk, { budgetLineId: tight });
    const cases = [
      await aPassedCase(house, clerk, small, { name: '甲協議会', district: '甲校区' }),
      await aPassedCase(house, clerk, small, { name: '乙協議会', district: '乙校区' }),
    ];
    await expect(
      draftDecision(
        house,
        clerk,
        cases.map(({ applicationId }) => applicationId),
      ),
    ).rejects.toMatchObject({
      code: 'budgets.over-ceiling',
    });
    expect(await read((tx) => house.get(GrantDirectory).byApplication(tx, cases[0]?.applicationId ?? ''))).toBeNull();
    const draftId = await draftDecision(house, clerk, [one.applicationId, two.applicationId]);
    await approveByAll(house, draftId, ...approvers);
    expect(await grantOf(house, clerk, two.applicationId)).toMatchObject({ state: 'decided' });
  });

  test('an application is drafted once at a time; a withdrawn draft gives the budget back', async () => {
    const { applicationId } = await aCase();
    const before = await line();
    const draftId = await draftDecision(house, clerk, [applicationId]);
    await expect(draftDecision(house, clerk, [applicationId])).rejects.toMatchObject({
      code: 'grants.already-proposed',
    });
    const draft = await house.get(ViewDraft).execute(clerk, draftId);
    await house
      .get(SendBackDraft)
      .execute(approvers[0] as StaffActor, { draftId, toStep: 'drafter', reason: '理由を補ってください。' } as never);
    expect(await line()).toMatchObject({ reserved: before.reserved + 630_000n });
    await house.get(WithdrawDraft).execute(clerk, { draftId, reason: '取り下げます。' } as never);
    expect(await line()).toMatchObject({ reserved: before.reserved });
    expect(draft.cases).toHaveLength(1);
    const again = await aDecidedGrant(house, clerk, approvers, applicationId);
    expect(again.state).toBe('decided');
  });

  const holding = (grantId: string): Promise<{ account: string; amount: string }[]> =>
    house.sql(
      `SELECT account, sum(amount)::text AS amount FROM ledger_postings WHERE cause_id = $1
        GROUP BY account HAVING sum(amount) <> 0`,
      [grantId],
    );

  test('one draft carries 交付, 減額交付 and 不交付; a refusal touches no budget and nothing follows its letter', async () => {
    house.clock.at('2026-04-20');
    const [given, less, none] = [await aCase(6), await aCase(6), await aCase(6)];
    const before = await line();
    const ids = [given, less, none].map(({ applicationId }) => applicationId);
    const outcomes = { [less.applicationId]: reducedTo(400_000), [none.applicationId]: REFUSED };
    const draftId = await draftDecision(house, clerk, ids, outcomes);
    expect(await line()).toMatchObject({ reserved: before.reserved + 1_030_000n, committed: before.committed });
    const { cases, draft } = await house.get(ViewDraft).execute(clerk, draftId);
    expect(cases.map(({ shown }) => [shown.outcome, shown.amount])).toEqual([
      ['交付', '630000'],
      ['減額交付', '400000'],
      ['不交付', '0'],
    ]);
    expect(cases[2]?.shown.working).toBeNull();
    expect(cases[2]?.shown.facts).toContainEqual({ label: '不交付の理由', value: REFUSED.reason });
    expect(draft.authorityAmount).toBe(630_000n);
    await approveByAll(house, draftId, ...approvers);

    expect(await line()).toMatchObject({ reserved: before.reserved, committed: before.committed + 1_030_000n });
    const refused = await grantOf(house, clerk, none.applicationId);
    expect(refused).toMatchObject({ state: 'decided', outcome: 'refused', amount: 0n, commitmentNumber: null });
    expect(await holding(refused.id)).toEqual([]);
    const reduced = await grantOf(house, clerk, less.applicationId);
    expect(reduced).toMatchObject({ outcome: 'reduced', commitmentNumber: expect.stringMatching(/^R8-/) });
    expect(reduced.working.lines.at(-1)).toMatchObject({
      label: '減額',
      formula: '前年度の繰越金が多いため。',
      yen: '-230000',
    });
    await expect(house.sql(`UPDATE grants SET reason = '別の理由' WHERE id = $1`, [refused.id])).rejects.toThrow(
      'a decision never changes',
    );

    await issueLetters(house, clerk, [reduced.id, refused.id], '2026-04-20');
    await house.drainOutbox();
    const lettered = async (applicationId: string): Promise<string> => {
      const { letterId } = await grantOf(house, clerk, applicationId);
      return (await readPdf(await read((tx) => house.get(Letters).pdfOf(tx, letterId ?? '')))).text;
    };
    const letter = await lettered(none.applicationId);
    for (const words of ['不交付決定通知書', '第7条', '交付しないことを決定した', '金630,000円', REFUSED.reason]) {
      expect(letter).toContain(words);
    }
    expect(letter).not.toContain('教示');
    expect(await lettered(less.applicationId)).toContain('前年度の繰越金が多いため。');
    expect([await hasClaim(reduced.id), await isPublic(reduced.id)]).toEqual([true, true]);
    expect([await hasClaim(refused.id), await isPublic(refused.id)]).toEqual([false, false]);
    const [listed] = await house.sql(`SELECT phase, waiting_for FROM cases WHERE id = $1`, [none.applicationId]);
    expect(listed).toEqual({ phase: 'refused', waiting_for: 'nobody' });
    const wish = { applicationId: none.applicationId, reason: '取り下げたい' };
    await expect(house.get(WithdrawApplication).execute(none.organization.officer, wish)).rejects.toMatchObject({
      code: 'grants.withdrawal-of-refusal',
    });
  });

  test('faults of every outcome are told at its field, and nothing is drafted', async () => {
    const [one, two] = [(await aCase()).applicationId, (await aCase()).applicationId];
    const outcomes = { [one]: { ...REFUSED, reason: ' ' }, [two]: reducedTo(630_000) };
    await expect(draftDecision(house, clerk, [one, two], outcomes)).rejects.toMatchObject({
      faults: [
        { pointer: `outcomes[${one}][reason]`, code: 'grants.refused-reason-missing' },
        { pointer: `outcomes[${two}][amount]`, code: 'grants.reduced-not-below' },
      ],
    });
    expect(await read((tx) => house.get(GrantDirectory).byApplication(tx, one))).toBeNull();
  });

  test('changing the amount of one case voids the approvals of that case only', async () => {
    const [one, other] = [await aCase(6), await aCase(6)];
    const before = await line();
    const draftId = await draftDecision(house, clerk, [one.applicationId, other.applicationId]);
    await approveAsShown(house, approvers[0] as StaffActor, draftId);
    const { id: grantId, version } = await grantOf(house, clerk, one.applicationId);
    const change = { grantId, version, choice: reducedTo(500_000) };
    await house.get(ChangeOutcome).execute(clerk, change);
    await expect(house.get(ChangeOutcome).execute(clerk, change)).rejects.toMatchObject({ kind: 'stale' });
    await expect(approveAsShown(house, approvers[1] as StaffActor, draftId)).rejects.toMatchObject({
      code: 'approvals.changed-since-drafted',
    });
    await house.get(RecastCases).execute(clerk, { draftId, comment: '額を改めた。' });
    expect(await line()).toMatchObject({ reserved: before.reserved + 1_130_000n });
    const { draft } = await house.get(ViewDraft).execute(clerk, draftId);
    const approval = draft.acts.find(({ kind }) => kind === 'approved');
    const stands = draft.items.map(({ id, digest }) =>
      approval?.items.some((shown) => shown.itemId === id && shown.digest === digest),
    );
    expect([draft.position, stands]).toEqual([1, [false, true]]);

    await approveByAll(house, draftId, ...approvers);
    expect(await grantOf(house, clerk, one.applicationId)).toMatchObject({ state: 'decided', amount: 500_000n });
    expect(await grantOf(house, clerk, other.applicationId)).toMatchObject({ state: 'decided', amount: 630_000n });
    expect(await line()).toMatchObject({ committed: before.committed + 1_130_000n });
  });

  test.each([true, false])(
    'a held case (budget kept: %s) is drafted again with another outcome',
    async (keepReservation) => {
      const [held, other] = [await aCase(6), await aCase(6)];
      const before = await line();
      const draftId = await draftDecision(house, clerk, [held.applicationId, other.applicationId]);
      const { draft } = await house.get(ViewDraft).execute(clerk, draftId);
      const itemIds = [draft.items[0]?.id ?? ''];
      const act = { kind: 'hold', itemIds, keepReservation, reason: '書類を確かめるため。' } as const;
      await house.get(ActOnDraft).execute(clerk, draftId, act);
      await approveByAll(house, draftId, ...approvers);
      const kept = keepReservation ? 630_000n : 0n;
      expect(await line()).toMatchObject({ reserved: before.reserved + kept, committed: before.committed + 630_000n });

      let againId: string;
      if (keepReservation) {
        const { id: grantId, version } = await grantOf(house, clerk, held.applicationId);
        await house.get(ChangeOutcome).execute(clerk, { grantId, version, choice: REFUSED });
        const words = { title: '保留していた案件について', reason: '不交付とする。' };
        ({ draftId: againId } = await house.get(RedraftHeld).execute(clerk, { draftId, ...words }));
      } else {
        againId = await draftDecision(house, clerk, [held.applicationId], { [held.applicationId]: REFUSED });
      }
      const again = await house.get(ViewDraft).execute(clerk, againId);
      expect(again.draft.authorityAmount).toBe(630_000n);
      expect(await line()).toMatchObject({ reserved: before.reserved });
      await approveByAll(house, againId, ...approvers);
      const refused = await grantOf(house, clerk, held.applicationId);
      expect(refused).toMatchObject({ state: 'decided', outcome: 'refused', commitmentNumber: null });
      expect(await holding(refused.id)).toEqual([]);
      expect(await read((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
    },
  );

  test('an application that has not passed the review cannot be drafted', async () => {
    const drafted = house.get(DraftDecision).execute(clerk, { applicationIds: [], title: '件名', reason: '理由' });
    await expect(drafted).rejects.toMatchObject({ faults: [{ pointer: 'applicationIds' }] });
    const notStaff = house
      .get(DraftDecision)
      .execute(approvers[1] as StaffActor, { applicationIds: ['x'], title: '', reason: '' });
    await expect(notStaff).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('the letter cites the day on which the application came, not that of its correction', async () => {
    house.clock.at('2026-04-10');
    const { officer } = await aRegisteredOrganization(house, clerk, { name: '補正協議会', district: '補正校区' });
    const applicationId = await aSubmittedApplication(house, officer, program);
    const points = [{ pointer: 'budget.whole', text: '摘要を書いてください。' }];
    await house
      .get(ReturnApplication)
      .execute(clerk, { applicationId, version: 0, answers: [], assessments: [], points, correctBy: '2026-05-08' });
    house.clock.at('2026-04-16');
    await saveSection(house, officer, applicationId, 'budget', {
      lines: [aLine('expenditure', 'meetings', '630000', '会場費12回')],
    });
    await submitApplication(house, officer, applicationId);
    await passReview(house, clerk, applicationId);
    const { id } = await aDecidedGrant(house, clerk, approvers, applicationId);
    await issueLetters(house, clerk, [id], '2026-04-16');
    const { letterId } = await grantOf(house, clerk, applicationId);
    const letter = await read((tx) => house.get(Letters).get(tx, letterId ?? ''));
    expect(JSON.stringify(letter.letter.blocks)).toContain('令和8年4月10日付けで申請のあった');
  });

  test('施行 numbers the letter, and the organisation that consented reads it', async () => {
    await house.sql(`UPDATE municipalities SET electronic_delivery_basis = '見本条例第1条' WHERE id = $1`, [ogori.id]);
    house.clock.at('2026-04-16');
    const { organization, applicationId } = await aCase(9);
    house.clock.at('2026-04-20');
    const { id } = await aDecidedGrant(house, clerk, approvers, applicationId);
    house.clock.at('2026-04-22');
    await issueLetters(house, clerk, [id], '2026-04-23');
    await house.drainOutbox();
    const early = await grantOf(house, clerk, applicationId);
    expect(early).toMatchObject({ state: 'scheduled', issuedOn: '2026-04-23' });
    const tooEarly = house.get(OpenLetter).execute(organization.officer, early.letterId ?? '');
    await expect(tooEarly).rejects.toMatchObject({ kind: 'not-found' });
    expect(await inboxOf(organization.officer)).toEqual(['receipt']);
    expect((await house.get(ViewLetters).one(clerk, early.letterId ?? '')).view).toMatchObject({ scheduled: true });
    expect(await seenByOfficer(organization.officer, id)).toBe(false);
    expect(await isPublic(id)).toBe(false);
    expect(await hasClaim(id)).toBe(false);

    await theMorningOf(house, ogori, '2026-04-23');
    expect(await seenByOfficer(organization.officer, id)).toBe(true);
    expect(await inboxOf(organization.officer)).toEqual(['grant-decision', 'receipt']);
    expect(await isPublic(id)).toBe(true);
    expect(await hasClaim(id)).toBe(true);
    const grant = await grantOf(house, clerk, applicationId);
    expect(grant).toMatchObject({ state: 'issued', decidedOn: '2026-04-20', issuedOn: '2026-04-23' });
    expect(grant.letterNumber).toMatch(/^8小コ第\d+号$/);

    const letterId = grant.letterId ?? '';
    const opened = await house.get(OpenLetter).execute(organization.officer, letterId);
    expect(opened.openedAt).not.toBeNull();
    const pdf = await readPdf(await read((tx) => house.get(Letters).pdfOf(tx, letterId)));
    for (const words of [
      `${String(grant.letterNumber)}令和8年4月23日`,
      `${organization.name}会長見本花子様`,
      '令和8年4月16日付けで申請のあった令和8年度運営交付金については、小郡市協働のまちづくり推進事業支援金交付規則（平成26年規則第24号）第7条',
      '金660,000円',
      '10,000円×9行政区',
      '660,000円',
      '以上',
    ]) {
      expect(pdf.text).toContain(words);
    }
    expect(pdf).toMatchObject({ pdfA: '2A', tagged: true, language: 'ja-JP' });
    const mail = join(house.config.dataDir, 'mail', `${letterId}.eml`);
    expect(existsSync(mail)).toBe(false);
  });

  test('what was scheduled and is withdrawn before its day never goes out', async () => {
    house.clock.at('2026-04-22');
    const { organization, applicationId } = await aCase();
    const { id } = await aDecidedGrant(house, clerk, approvers, applicationId);
    await issueLetters(house, clerk, [id], '2026-04-23');
    const { letterId } = await grantOf(house, clerk, applicationId);
    const wish = { applicationId, reason: '代表者が交代したため' };
    await house.get(WithdrawApplication).execute(organization.officer, wish);
    await theMorningOf(house, ogori, '2026-04-23');
    expect(await read((tx) => house.get(Letters).get(tx, letterId ?? ''))).toMatchObject({ state: 'void' });
    expect(await inboxOf(organization.officer)).toEqual(['receipt']);
    expect(await isPublic(id)).toBe(false);
    expect(await grantOf(house, clerk, applicationId)).toMatchObject({ state: 'withdrawn', letterId: null });
  });

  test('a mail tells the organisation that has an address, on the day of the letter', async () => {
    house.clock.at('2026-04-22');
    const { organization, applicationId } = await aCase();
    await house.sql(`UPDATE organizations SET mail = 'mihon@example.jp' WHERE id = $1`, [organization.id]);
    const { id } = await aDecidedGrant(house, clerk, approvers, applicationId);
    await issueLetters(house, clerk, [id], '2026-04-23');
    await house.drainOutbox();
    const { letterId } = await grantOf(house, clerk, applicationId);
    const path = join(house.config.dataDir, 'mail', `${String(letterId)}.eml`);
    expect(existsSync(path)).toBe(false);
    await theMorningOf(house, ogori, '2026-04-23');
    const mail = readFileSync(path, 'utf8');
    expect(mail).toContain('To: mihon@example.jp');
    const body = Buffer.from(mail.split('\r\n\r\n').slice(1).join(''), 'base64').toString('utf8');
    expect(mail + body).toContain(`/ogori/committee/letters/${String(letterId)}`);
  });

  test('letters issued together: consecutive numbers in the order chosen, all drawn', async () => {
    const cases = [await aCase(), await aCase(), await aCase()];
    const draftId = await draftDecision(
      house,
      clerk,
      cases.map(({ applicationId }) => applicationId),
    );
    await approveByAll(house, draftId, ...approvers);
    const grants = [];
    for (const { applicationId } of cases) grants.push(await grantOf(house, clerk, applicationId));
    const order = [grants[2], grants[0], grants[1]].map((grant) => grant?.id ?? '');
    const batchId = await issueLetters(house, clerk, order, '2026-04-23');
    await house.drainOutbox();
    expect(await read((tx) => house.get(Letters).batchProgress(tx, batchId))).toEqual({
      total: 3,
      drawn: 3,
      failed: 0,
    });
    const issued = [];
    for (const id of order) issued.push(await read((tx) => house.get(GrantDirectory).get(tx, id)));
    const serials = issued.map(({ letterNumber }) => Number(/第(\d+)号/.exec(letterNumber ?? '')?.[1]));
    expect(serials).toEqual([serials[0], (serials[0] ?? 0) + 1, (serials[0] ?? 0) + 2]);
    await expect(issueLetters(house, clerk, order, '2026-04-23')).rejects.toMatchObject({
      code: 'grants.not-to-be-issued',
    });
  });

  test('a void letter leaves its number in the register and the decision waits for a new one', async () => {
    const { applicationId } = await aCase();
    const { id } = await aDecidedGrant(house, clerk, approvers, applicationId);
    await issueLetters(house, clerk, [id], '2026-04-23');
    const first = await grantOf(house, clerk, applicationId);
    await house.get(VoidLetter).execute(clerk, { letterId: first.letterId ?? '', reason: '宛先の誤り' });
    await house.drainOutbox();
    expect(await grantOf(house, clerk, applicationId)).toMatchObject({ state: 'decided', letterNumber: null });
    const typed = { grantIds: [id], issuedOn: localDate('2026-04-23'), externalNumbers: { [id]: '8小総第55号' } };
    await house.get(IssueDecisionLetters).execute(clerk, typed);
    expect(await grantOf(house, clerk, applicationId)).toMatchObject({ state: 'issued', letterNumber: '8小総第55号' });
    const other = await aDecidedGrant(house, clerk, approvers, (await aCase()).applicationId);
    const taken = {
      grantIds: [other.id],
      issuedOn: localDate('2026-04-23'),
      externalNumbers: { [other.id]: '8小総第55号' },
    };
    await expect(house.get(IssueDecisionLetters).execute(clerk, taken)).rejects.toMatchObject({
      faults: [{ pointer: `externalNumbers[${other.id}]`, code: 'notices.number-taken' }],
    });
  });

  test.each([
    ['2026-04-21', 'grants.issued-before-decided'],
    ['2026-06-30', 'grants.issued-far-ahead'],
  ])('施行日 %s is refused for a decision of 4/22', async (day, code) => {
    house.clock.at('2026-04-22');
    const { applicationId } = await aCase();
    const { id } = await aDecidedGrant(house, clerk, approvers, applicationId);
    await expect(issueLetters(house, clerk, [id], day)).rejects.toMatchObject({
      faults: [{ pointer: 'issuedOn', code }],
    });
    expect(await grantOf(house, clerk, applicationId)).toMatchObject({ state: 'decided' });
  });
});
