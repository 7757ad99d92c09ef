import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';

import type { StaffActor } from '../../../src/kernel/actor.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import {
  ActOnDraft,
  ApproveDraft,
  Drafts,
  RecastCases,
  ResubmitDraft,
  SendBackDraft,
  ViewDraft,
  WithdrawDraft,
  type Draft,
} from '../../../src/approvals/index.js';
import { BudgetLedger } from '../../../src/budgets/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { Ties } from '../../../src/staff/index.js';
import { approveAsShown, testCases, type TestCases } from '../../support/builders/approvals.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

describe('histories on the database', () => {
  let house: House;
  let hall: TownHall;
  let cases: TestCases;
  let clerk: StaffActor;
  let people: StaffActor[];

  beforeAll(async () => {
    house = await openHouse();
    hall = await aTownHall(house);
    clerk = await hall.person('起案 一子', '担当');
    people = [
      clerk,
      await hall.person('係長 二郎', '係長'),
      await hall.person('課長 三郎', '課長'),
      await hall.person('会計 四郎', '会計管理者'),
      await hall.person('部長 五郎', '部長'),
    ];
    await hall.decideBy([
      { act: 'grant-decision', upTo: null, posts: ['係長', '会計管理者?', '課長', '部長'] },
      { act: 'payment-order', upTo: null, posts: ['係長', '課長'] },
    ]);
    cases = await testCases(house, hall.system, 6_000_000);
  });

  afterAll(() => house.close());

  const look = (draftId: string): Promise<Draft> =>
    house.get(UnitOfWork).read(hall.system, (tx) => house.get(Drafts).get(tx, draftId));
  const tried = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  };

  /** One act of chance; true when it was done, so that its words must be found again. */
  async function chance(
    draftId: string,
    caseIds: string[],
    who: number,
    what: number,
    words: string,
  ): Promise<boolean> {
    const person = people[who % people.length] ?? clerk;
    const { cases: shown, draft } = await house.get(ViewDraft).execute(person, draftId);
    const shownDigests = Object.fromEntries(shown.map(({ item, digest }) => [item.id, digest]));
    const acts = house.get(ActOnDraft);
    const step = draft.position ?? 0;
    const ways: (() => Promise<unknown>)[] = [
      () => house.get(ApproveDraft).execute(person, { draftId, shownDigests, comment: words, step }),
      () => house.get(ApproveDraft).execute(person, { draftId, shownDigests, comment: words }),
      () => house.get(SendBackDraft).execute(person, { draftId, toStep: what % 2 ? 'drafter' : 1, reason: words }),
      () => house.get(ResubmitDraft).execute(clerk, { draftId, title: '件名', reason: '理由', comment: words }),
      () => acts.execute(person, draftId, { kind: 'remark', comment: words }),
      () => acts.execute(person, draftId, { kind: 'differ', shown: shownDigests, comment: words, step }),
      () =>
        acts.execute(person, draftId, {
          kind: 'hold',
          itemIds: [draft.items[what % 2]?.id ?? ''],
          keepReservation: who % 2 === 0,
          reason: words,
        }),
      async () => {
        await cases.change(caseIds[what % 2] ?? '', 200_000 + who * 50_000);
        await house.get(RecastCases).execute(clerk, { draftId, comment: words });
      },
      () => acts.execute(clerk, draftId, { kind: 'pull-back', reason: words }),
      () => acts.execute(person, draftId, { kind: 'reject', reason: words, step }),
      () => house.get(WithdrawDraft).execute(clerk, { draftId, reason: words }),
    ];
    const before = draft.acts.length;
    const done = await tried(ways[what % ways.length] ?? (() => Promise.resolve()));
    return done && (await look(draftId)).acts.length > before;
  }

  it('leave no case decided without its route, no yen unaccounted for, no word lost', async () => {
    const turns = fc.array(fc.tuple(fc.nat(4), fc.nat(10)), { minLength: 4, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(turns, async (history) => {
        const caseIds = [await cases.add('甲', 200_000), await cases.add('乙', 200_000)];
        const draftId = await started(caseIds);
        if (draftId === null) return;
        const said: string[] = [];
        for (const [index, [who, what]] of history.entries()) {
          const words = `言葉${String(index)} ${randomUUID()}`;
          if (await chance(draftId, caseIds, who, what, words)) said.push(words);
        }
        for (const person of people.slice(1)) await tried(() => approveAsShown(house, person, draftId));
        const { acts, state, steps, items } = await look(draftId);
        expect(said.filter((words) => !acts.some(({ comment }) => comment === words))).toEqual([]);
        expect(acts.some(({ kind, staffId }) => kind === 'approved' && staffId === clerk.staffId)).toBe(false);
        if (state === 'approved') expect(steps.every(({ actId }) => actId !== null)).toBe(true);
        for (const { subjectId, leftActId } of items) {
          const isDecided = (await cases.stateOf(subjectId)).startsWith('decided');
          expect(isDecided).toBe(state === 'approved' && leftActId === null);
        }
        await giveBack(draftId);
      }),
      { numRuns: 24 },
    );
    const unitOfWork = house.get(UnitOfWork);
    expect(await unitOfWork.read(hall.system, (tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
    const line = await unitOfWork.read(hall.system, (tx) => house.get(BudgetLedger).line(tx, cases.lineId));
    expect(line.available >= 0n).toBe(true);
  }, 240_000);

  /** Null when the budget is used up: then nothing is drafted at all. */
  async function started(caseIds: string[]): Promise<string | null> {
    try {
      return await cases.draft(clerk, caseIds);
    } catch (error) {
      expect(error).toMatchObject({ code: 'budgets.over-ceiling' });
      return null;
    }
  }

  /** What is still open ends, so that the next history finds budget. */
  async function giveBack(draftId: string): Promise<void> {
    const send = house.get(SendBackDraft);
    for (const person of people.slice(1)) {
      await tried(() => send.execute(person, { draftId, toStep: 'drafter', reason: '終わり' }));
    }
    await tried(() => house.get(WithdrawDraft).execute(clerk, { draftId, reason: '終わり' }));
  }

  it('know who is tied: from the day it is told, the person approves nothing of the organisation', async () => {
    const organizationId = randomUUID();
    const [, subChief, chief] = people as [StaffActor, StaffActor, StaffActor];
    const draftId = await cases.draft(clerk, [await cases.add('関係団体', 100_000, [], organizationId)]);
    await house.get(Ties).record(subChief, { staffId: subChief.staffId, organizationId, kind: 'household', note: '' });
    await expect(approveAsShown(house, subChief, draftId)).rejects.toMatchObject({ code: 'approvals.tied' });
    const next = await cases.draft(clerk, [await cases.add('関係団体', 100_000, [], organizationId)]);
    expect((await look(next)).steps.map(({ postName }) => postName)).toEqual(['会計管理者', '課長', '部長']);
    const aboutAnother = { staffId: subChief.staffId, organizationId, kind: 'officer', note: '' } as const;
    expect(() => house.get(Ties).record(chief, aboutAnother)).toThrow('common.forbidden');
  });
});
