import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../../src/kernel/actor.js';
import {
  ApproveDraft,
  Drafts,
  ListDrafts,
  ListWaitingDrafts,
  ResubmitDraft,
  SendBackDraft,
  ViewDraft,
  WithdrawDraft,
  type Draft,
} from '../../../src/approvals/index.js';
import { BudgetLedger, type BudgetLine } from '../../../src/budgets/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { approveAsShown, approveByAll, testCases, type TestCases } from '../../support/builders/approvals.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

describe('a draft on its route', () => {
  let house: House;
  let hall: TownHall;
  let cases: TestCases;
  let clerk: StaffActor;
  let subChief: StaffActor;
  let chief: StaffActor;
  let otherChief: StaffActor;
  let director: StaffActor;
  let treasurer: StaffActor;

  beforeAll(async () => {
    house = await openHouse();
    hall = await aTownHall(house);
    clerk = await hall.person('起案 一子', '担当');
    subChief = await hall.person('係長 二郎', '係長');
    chief = await hall.person('課長 三郎', '課長');
    otherChief = await hall.person('課長 四子', '課長');
    director = await hall.person('部長 五郎', '部長');
    treasurer = await hall.person('会計 六子', '会計管理者');
    await hall.decideBy([
      { act: 'grant-decision', upTo: 1_000_000, posts: ['係長', '課長'] },
      { act: 'grant-decision', upTo: null, posts: ['係長', '課長', '会計管理者?', '部長'] },
      { act: 'payment-order', upTo: null, posts: ['係長', '課長'] },
    ]);
    cases = await testCases(house, hall.system, 100_000_000);
  });

  afterAll(() => house.close());

  const look = (draftId: string): Promise<Draft> =>
    house.get(UnitOfWork).read(hall.system, (tx) => house.get(Drafts).get(tx, draftId));
  const line = (): Promise<BudgetLine> =>
    house.get(UnitOfWork).read(hall.system, (tx) => house.get(BudgetLedger).line(tx, cases.lineId));
  const draftOf = async (amount = 630_000): Promise<{ draftId: string; caseId: string }> => {
    const caseId = await cases.add('見本校区', amount);
    return { caseId, draftId: await cases.draft(clerk, [caseId]) };
  };
  const trail = async (draftId: string): Promise<string[]> =>
    (await look(draftId)).acts.map(({ kind, postName, staffName }) => `${kind} ${postName} ${staffName}`);

  it('is decided by the posts of its amount, in their order, and then the case is decided in the same moment', async () => {
    house.clock.at('2026-04-06T10:00');
    const { draftId, caseId } = await draftOf();
    expect(await look(draftId)).toMatchObject({
      number: 'R8-起案-0001',
      draftedOn: '2026-04-06',
      decidedOn: null,
      authorityBasis: '事務専決規程 別表（見本）',
      steps: [
        { position: 1, postName: '係長', role: 'approve' },
        { position: 2, postName: '課長', role: 'approve' },
      ],
    });
    expect(await line()).toMatchObject({ reserved: 630_000n, committed: 0n });

    await expect(approveAsShown(house, chief, draftId)).rejects.toMatchObject({
      code: 'approvals.not-your-turn',
      params: { post: '係長' },
    });
    await approveAsShown(house, subChief, draftId, '適当と認める。');
    expect(await cases.stateOf(caseId)).toBe('drafted');

    house.clock.at('2026-04-07T16:30');
    expect(await approveAsShown(house, chief, draftId)).toEqual({ state: 'approved', repeated: false });
    expect(await cases.stateOf(caseId)).toBe('decided R8-0001');
    expect(await line()).toMatchObject({ reserved: 0n, committed: 630_000n });
    const decided = await look(draftId);
    expect(decided).toMatchObject({ state: 'approved', decidedOn: '2026-04-07', position: null });
    expect(decided.acts).toMatchObject([
      { kind: 'drafted', postName: '担当', staffName: '起案 一子', actedOn: '2026-04-06' },
      { kind: 'approved', postName: '係長', staffName: '係長 二郎', comment: '適当と認める。', actedOn: '2026-04-06' },
      { kind: 'approved', postName: '課長', staffName: '課長 三郎', actedOn: '2026-04-07' },
    ]);
    house.clock.at('2026-04-08');
  });

  it('goes through the prior consultation of the 会計管理者 where the table says so', async () => {
    const { draftId, caseId } = await draftOf(1_000_001);
    await approveByAll(house, draftId, subChief, chief);
    await expect(approveAsShown(house, director, draftId)).rejects.toMatchObject({
      code: 'approvals.not-your-turn',
      params: { post: '会計管理者' },
    });
    await approveByAll(house, draftId, treasurer, director);
    expect(await cases.stateOf(caseId)).toMatch(/^decided/);
  });

  it('goes by its largest case, because each case is a decision of its own', async () => {
    const ids = [await cases.add('小', 600_000), await cases.add('中', 700_000)];
    const draft = await look(await cases.draft(clerk, ids));
    expect(draft.authorityAmount).toBe(700_000n);
    expect(draft.steps.map(({ postName }) => postName)).toEqual(['係長', '課長']);
  });

  it('is approved by nobody who drafted it, whatever posts he holds', async () => {
    const both = await hall.person('兼務 七子', '担当', '係長');
    const caseId = await cases.add('兼務', 600_000);
    const draftId = await cases.draft(both, [caseId]);
    await expect(approveAsShown(house, both, draftId)).rejects.toMatchObject({ code: 'approvals.own-draft' });
    const send = house.get(SendBackDraft);
    await expect(send.execute(both, { draftId, toStep: 'drafter', reason: '自分で戻す' })).rejects.toMatchObject({
      code: 'approvals.own-draft',
    });
    expect((await house.get(ListWaitingDrafts).execute(both)).toApprove.map(({ id }) => id)).not.toContain(draftId);
    await approveByAll(house, draftId, subChief, chief);
  });

  it('is not started when a post has no holder but the drafter and people tied to the organisation', async () => {
    const director2 = await hall.person('部長 兼起案', '担当');
    const tied = [director.staffId];
    const caseId = await cases.add('関係団体', 2_000_000, tied);
    await expect(cases.draft(director2, [caseId])).rejects.toMatchObject({
      code: 'approvals.no-eligible-holder',
      params: { post: '部長' },
    });
    expect(await cases.stateOf(caseId)).toBe('new');
  });

  it('is not approved by a person tied to one of its organisations; another holder of the post does it', async () => {
    const ids = [await cases.add('無関係', 600_000), await cases.add('関係のある校区', 600_000, [chief.staffId])];
    const draftId = await cases.draft(clerk, ids);
    await approveAsShown(house, subChief, draftId);
    await expect(approveAsShown(house, chief, draftId)).rejects.toMatchObject({
      code: 'approvals.tied',
      params: { organization: '関係のある校区' },
    });
    expect((await house.get(ViewDraft).execute(chief, draftId)).mine).toMatchObject({
      mayApprove: false,
      maySendBack: true,
    });
    await approveAsShown(house, otherChief, draftId);
    expect(await cases.stateOf(ids[1] ?? '')).toMatch(/^decided/);
  });

  it('asks a person in two consecutive posts once, and records both posts', async () => {
    const acting = await hall.person('兼務 八郎', '係長', '課長');
    const { draftId, caseId } = await draftOf();
    expect((await house.get(ViewDraft).execute(acting, draftId)).mine).toMatchObject({
      posts: ['係長', '課長'],
      decides: true,
    });
    await approveAsShown(house, acting, draftId, '両職として承認する。');
    const { acts } = await look(draftId);
    expect(acts.slice(1)).toMatchObject([
      { kind: 'approved', postName: '係長', staffName: '兼務 八郎', joinedActId: null },
      { kind: 'approved', postName: '課長', staffName: '兼務 八郎', joinedActId: acts[1]?.id },
    ]);
    expect(await cases.stateOf(caseId)).toMatch(/^decided/);
  });

  it('goes back to an earlier post, which must then approve again', async () => {
    const { draftId } = await draftOf(2_000_000);
    await approveByAll(house, draftId, subChief, chief);
    const send = house.get(SendBackDraft);
    await send.execute(treasurer, { draftId, toStep: 1, reason: '予算科目を確かめてください。' });
    expect(await look(draftId)).toMatchObject({ state: 'circulating', position: 1 });
    await expect(approveAsShown(house, chief, draftId)).rejects.toMatchObject({ code: 'approvals.not-your-turn' });
    await approveByAll(house, draftId, subChief, chief, treasurer, director);
    expect(await trail(draftId)).toEqual([
      'drafted 担当 起案 一子',
      'approved 係長 係長 二郎',
      'approved 課長 課長 三郎',
      'sent-back 会計管理者 会計 六子',
      'approved 係長 係長 二郎',
      'approved 課長 課長 三郎',
      'approved 会計管理者 会計 六子',
      'approved 部長 部長 五郎',
    ]);
  });

  it('is sent back only with a reason, and only to somebody before', async () => {
    const { draftId } = await draftOf();
    const send = house.get(SendBackDraft);
    for (const [toStep, reason, pointer] of [
      ['drafter', '  ', 'reason'],
      [1, '自分へ', 'toStep'],
      [2, '先の職へ', 'toStep'],
    ] as const) {
      await expect(send.execute(subChief, { draftId, toStep, reason })).rejects.toMatchObject({
        faults: [{ pointer }],
      });
    }
    await expect(send.execute(chief, { draftId, toStep: 'drafter', reason: '番でない' })).rejects.toMatchObject({
      code: 'approvals.not-your-turn',
    });
  });

  it('keeps its reservation at the drafter, who resubmits with another amount and thereby another route', async () => {
    const before = await line();
    const { draftId, caseId } = await draftOf(900_000);
    await approveAsShown(house, subChief, draftId);
    await house.get(SendBackDraft).execute(chief, { draftId, toStep: 'drafter', reason: '行政区数が違います。' });
    expect((await line()).reserved - before.reserved).toBe(900_000n);
    expect((await house.get(ListWaitingDrafts).execute(clerk)).returnedToMe.map(({ id }) => id)).toContain(draftId);
    await expect(approveAsShown(house, subChief, draftId)).rejects.toMatchObject({ code: 'approvals.is-returned' });

    await cases.change(caseId, 1_200_000);
    const words = { title: '交付決定について（訂正）', reason: '行政区数を訂正した。', comment: '訂正しました。' };
    await expect(house.get(ResubmitDraft).execute(subChief, { draftId, ...words })).rejects.toMatchObject({
      code: 'approvals.not-the-drafter',
    });
    await house.get(ResubmitDraft).execute(clerk, { draftId, ...words });
    expect((await line()).reserved - before.reserved).toBe(1_200_000n);
    expect(await look(draftId)).toMatchObject({
      round: 2,
      position: 1,
      title: '交付決定について（訂正）',
      state: 'circulating',
    });
    await approveByAll(house, draftId, subChief, chief, treasurer, director);
    expect((await line()).committed - before.committed).toBe(1_200_000n);
  });

  it('releases its reservation when the drafter withdraws it, and its case may be drafted anew', async () => {
    const before = await line();
    const { draftId, caseId } = await draftOf(500_000);
    const withdraw = house.get(WithdrawDraft);
    await expect(withdraw.execute(clerk, { draftId, reason: '取下げ' })).rejects.toMatchObject({
      code: 'approvals.not-returned',
    });
    await house.get(SendBackDraft).execute(subChief, { draftId, toStep: 'drafter', reason: '時期尚早です。' });
    await expect(withdraw.execute(clerk, { draftId, reason: '' })).rejects.toMatchObject({
      faults: [{ pointer: 'reason' }],
    });
    await withdraw.execute(clerk, { draftId, reason: '申請が取り下げられたため。' });
    expect(await line()).toMatchObject({ reserved: before.reserved });
    expect(await look(draftId)).toMatchObject({ state: 'withdrawn', position: null });
    expect(await cases.stateOf(caseId)).toBe('released');
    await approveByAll(house, await cases.draft(clerk, [caseId]), subChief, chief);
    expect(await cases.stateOf(caseId)).toMatch(/^decided/);
  });

  it('carries a case only once at a time', async () => {
    const { caseId } = await draftOf();
    await expect(cases.draft(clerk, [caseId])).rejects.toMatchObject({ code: 'approvals.already-drafted' });
    await expect(cases.draft(clerk, [])).rejects.toMatchObject({ faults: [{ code: 'approvals.no-cases' }] });
    await expect(cases.draft(clerk, [caseId, caseId])).rejects.toMatchObject({
      faults: [{ code: 'approvals.case-twice' }],
    });
    await expect(cases.draft(clerk, [caseId], { title: ' ', reason: '' })).rejects.toMatchObject({
      faults: [{ pointer: 'title' }, { pointer: 'reason' }],
    });
  });

  it('is drafted by a person of the ordering side whose post promotes, and by nobody else', async () => {
    const caseId = await cases.add('だれが', 500_000);
    for (const person of [treasurer, chief, hall.system]) {
      await expect(cases.draft(person, [caseId])).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });

  it('is seen by staff, the longest waiting first, and does not exist for officers', async () => {
    const waiting = (await house.get(ListWaitingDrafts).execute(otherChief)).toApprove;
    expect(waiting.map(({ waitingSince }) => waitingSince.getTime())).toEqual(
      waiting.map(({ waitingSince }) => waitingSince.getTime()).sort((a, b) => a - b),
    );
    const { draftId } = await draftOf();
    const officer = {
      kind: 'officer',
      municipalityId: hall.system.municipalityId,
      accountId: 'a',
      officerId: 'o',
      organizationId: 'x',
      name: '役員',
    } as const;
    await expect(house.get(ViewDraft).execute(officer, draftId)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(
      house.get(ApproveDraft).execute(officer, { draftId, shownDigests: {}, comment: '' }),
    ).rejects.toMatchObject({
      kind: 'not-found',
    });
    const auditor = await hall.person('監査 九郎', '監査委員');
    expect((await house.get(ViewDraft).execute(auditor, draftId)).mine).toMatchObject({
      mayApprove: false,
      maySendBack: false,
    });
    expect((await house.get(ListDrafts).execute(auditor, { limit: 5, offset: 0 }))[0]).toMatchObject({
      id: draftId,
      cases: 1,
    });
  });

  it('keeps its route when another table comes into force meanwhile', async () => {
    const { draftId, caseId } = await draftOf();
    await hall.decideBy([
      { act: 'grant-decision', upTo: null, posts: ['係長', '課長', '部長'] },
      { act: 'payment-order', upTo: null, posts: ['係長', '課長'] },
    ]);
    expect((await look((await draftOf()).draftId)).steps.map(({ postName }) => postName)).toEqual([
      '係長',
      '課長',
      '部長',
    ]);
    await approveByAll(house, draftId, subChief, chief);
    expect(await cases.stateOf(caseId)).toMatch(/^decided/);
  });
});
