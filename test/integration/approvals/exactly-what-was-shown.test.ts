import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';

import type { StaffActor } from '../../../src/kernel/actor.js';
import { ApproveDraft, Drafts, ViewDraft, type DraftPage } from '../../../src/approvals/index.js';
import { BudgetLedger, type BudgetLine } from '../../../src/budgets/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { approveAsShown, testCases, type TestCases } from '../../support/builders/approvals.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

describe('approving exactly what was shown, exactly once', () => {
  let house: House;
  let hall: TownHall;
  let cases: TestCases;
  let clerk: StaffActor;
  let subChief: StaffActor;
  let chief: StaffActor;
  let otherChief: StaffActor;

  beforeAll(async () => {
    house = await openHouse({ environment: { DATABASE_POOL: '45' } });
    hall = await aTownHall(house);
    clerk = await hall.person('起案 一子', '担当');
    subChief = await hall.person('係長 二郎', '係長');
    chief = await hall.person('課長 三郎', '課長');
    otherChief = await hall.person('課長 四子', '課長');
    await hall.decideBy([
      { act: 'grant-decision', upTo: null, posts: ['係長', '課長'] },
      { act: 'payment-order', upTo: null, posts: ['係長', '課長'] },
    ]);
    cases = await testCases(house, hall.system, 100_000_000);
  });

  afterAll(() => house.close());

  const approve = (person: StaffActor, { draft, cases: shown, mine }: DraftPage): ReturnType<ApproveDraft['execute']> =>
    house.get(ApproveDraft).execute(person, {
      draftId: draft.id,
      shownDigests: Object.fromEntries(shown.map(({ item, digest }) => [item.id, digest])),
      comment: '',
      ...(mine.step !== null && { step: mine.step }),
    });
  const pageOf = (person: StaffActor, draftId: string): Promise<DraftPage> =>
    house.get(ViewDraft).execute(person, draftId);
  const line = (): Promise<BudgetLine> =>
    house.get(UnitOfWork).read(hall.system, (tx) => house.get(BudgetLedger).line(tx, cases.lineId));
  const actsOf = async (draftId: string): Promise<number> =>
    (await house.get(UnitOfWork).read(hall.system, (tx) => house.get(Drafts).get(tx, draftId))).acts.length;

  it('refuses an approval of a page that is older than the case, and shows the case as it is', async () => {
    const caseId = await cases.add('のぞみが丘', 630_000);
    const draftId = await cases.draft(clerk, [caseId]);
    const page = await pageOf(subChief, draftId);
    await cases.change(caseId, 640_000);
    await expect(approve(subChief, page)).rejects.toMatchObject({
      code: 'approvals.changed-since-shown',
      kind: 'stale',
      params: { cases: '「のぞみが丘 運営交付金」' },
    });

    const now = await pageOf(subChief, draftId);
    expect(now.cases[0]).toMatchObject({ shown: { amount: '640000' }, draftedAs: { amount: '630000' } });
    expect(now.mine).toMatchObject({
      mayApprove: false,
      maySendBack: true,
      refusal: { code: 'approvals.changed-since-drafted' },
    });
    await expect(approve(subChief, now)).rejects.toMatchObject({ code: 'approvals.changed-since-drafted' });
    expect(await actsOf(draftId)).toBe(1);

    await cases.change(caseId, 630_000);
    await approve(subChief, page);
    expect(await actsOf(draftId)).toBe(2);
  });

  it('refuses an approval that leaves a case of the draft unseen', async () => {
    const draftId = await cases.draft(clerk, [await cases.add('大原', 600_000), await cases.add('三国', 600_000)]);
    const page = await pageOf(subChief, draftId);
    await expect(approve(subChief, { ...page, cases: page.cases.slice(0, 1) })).rejects.toMatchObject({
      params: { cases: '「三国 運営交付金」' },
    });
  });

  it('keeps what each approver was shown, provable from its bytes', async () => {
    const draftId = await cases.draft(clerk, [await cases.add('立石', 610_000)], { reason: '𠮷日を選ばず決定する。' });
    await approveAsShown(house, subChief, draftId);
    const kept = await house.sql<{ digest: string; content: string; staff_name: string }>(
      `SELECT item.digest, kept.content, act.staff_name FROM approval_acts act
         JOIN approval_act_items item ON item.act_id = act.id JOIN shown_contents kept ON kept.digest = item.digest
        WHERE act.draft_id = $1 AND act.kind = 'approved'`,
      [draftId],
    );
    expect(kept).toHaveLength(1);
    expect(
      createHash('sha256')
        .update(kept[0]?.content ?? '')
        .digest('hex'),
    ).toBe(kept[0]?.digest);
    expect(JSON.parse(kept[0]?.content ?? '')).toMatchObject({
      draft: { reason: '𠮷日を選ばず決定する。' },
      case: { organizationName: '立石', amount: '610000', basis: '交付規則第7条' },
    });
    await expect(house.sql(`UPDATE approval_acts SET comment = 'x' WHERE draft_id = $1`, [draftId])).rejects.toThrow(
      'append-only',
    );
    await expect(house.sql(`UPDATE shown_contents SET content = 'x'`)).rejects.toThrow('append-only');
  });

  it('takes a double click as one approval', async () => {
    const draftId = await cases.draft(clerk, [await cases.add('味坂', 600_000)]);
    const page = await pageOf(subChief, draftId);
    const results = await Promise.all([approve(subChief, page), approve(subChief, page), approve(subChief, page)]);
    expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await actsOf(draftId)).toBe(2);

    const last = await pageOf(chief, draftId);
    const decided = await Promise.all([approve(chief, last), approve(chief, last)]);
    expect(decided.map(({ state }) => state)).toEqual(['approved', 'approved']);
    expect(decided.filter(({ repeated }) => repeated)).toHaveLength(1);
    expect(await actsOf(draftId)).toBe(3);
  });

  it('lets the first of two holders of a post act, and tells the second who did', async () => {
    house.clock.at('2026-05-11T14:05');
    const draftId = await cases.draft(clerk, [await cases.add('御原', 600_000), await cases.add('東野', 600_000)]);
    await approveAsShown(house, subChief, draftId);
    const pages = [await pageOf(chief, draftId), await pageOf(otherChief, draftId)] as const;
    const outcomes = await Promise.allSettled([approve(chief, pages[0]), approve(otherChief, pages[1])]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    const { acts } = await house.get(UnitOfWork).read(hall.system, (tx) => house.get(Drafts).get(tx, draftId));
    expect(acts).toHaveLength(3);
    expect(refused[0]?.reason).toMatchObject({
      code: 'approvals.already-acted',
      params: { post: '課長', name: acts[2]?.staffName, at: '令和8年5月11日 14:05' },
    });
  });

  it('decides all cases of a draft or none', async () => {
    const ids = [await cases.add('甲', 600_000), await cases.add('乙', 600_000)];
    const draftId = await cases.draft(clerk, ids);
    await approveAsShown(house, subChief, draftId);
    const before = await line();
    await cases.break(ids[1] ?? '');
    await expect(approveAsShown(house, chief, draftId)).rejects.toThrow('the owning stage found something wrong');
    expect(await line()).toEqual(before);
    expect(await cases.stateOf(ids[0] ?? '')).toBe('drafted');
    expect((await pageOf(chief, draftId)).draft).toMatchObject({ state: 'circulating', position: 2 });
  });

  it('never drafts beyond the ceiling, also when forty draft at the same moment', async () => {
    const { available } = await line();
    const amount = Number(available) / 15;
    const ids = await Promise.all(
      Array.from({ length: 40 }, (_, index) => cases.add(`同時${String(index)}`, Math.floor(amount))),
    );
    const outcomes = await Promise.allSettled(ids.map((id) => cases.draft(clerk, [id])));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(15);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'budgets.over-ceiling' });
    }
    const numbers = await house.sql<{ number: number }>('SELECT number FROM drafts ORDER BY number');
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => index + 1));
    expect(await house.get(UnitOfWork).read(hall.system, (tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  });

  it('keeps the drafts of another town out of reach', async () => {
    const other = await aTownHall(house, { code: '404012', slug: 'kotake' });
    const stranger = await other.person('他町 課長', '課長');
    const [draft] = await house.sql<{ id: string }>('SELECT id FROM drafts LIMIT 1');
    await expect(pageOf(stranger, draft?.id ?? '')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(
      house.get(ApproveDraft).execute(stranger, { draftId: draft?.id ?? '', shownDigests: {}, comment: '' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});
