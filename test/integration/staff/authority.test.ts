import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../../src/kernel/actor.js';
import type { DomainError } from '../../../src/kernel/domain-error.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import {
  AddStaffMember,
  AssignPost,
  Authority,
  DraftAuthorityTable,
  EditAuthorityTable,
  EndHolding,
  PublishAuthorityTable,
  StaffDirectory,
  type AuthorityRule,
  type Post,
} from '../../../src/staff/index.js';
import { openTowns, staffActor, type Towns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

let house: House;
let towns: Towns;
let administrator: StaffActor;
let posts: Map<string, Post>;

beforeAll(async () => {
  house = await openHouse();
  towns = await openTowns(house);
  administrator = await staffActor(house, towns.ogori, 'kanri');
  const list = await read((tx) => house.get(StaffDirectory).posts(tx));
  posts = new Map(list.map((post) => [post.name, post]));
});
afterAll(() => house.close());

const read = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => house.get(UnitOfWork).read(administrator, work);

const idOf = (name: string): string => posts.get(name)?.id ?? `no post ${name}`;

const routeNames = (act: string, amount: number, on = '2026-04-01'): Promise<string[]> =>
  read(async (tx) => {
    const route = await house.get(Authority).routeFor(tx, act, yen(amount), localDate(on));
    return route.steps.map(({ postName, role }) => (role === 'consult' ? `合議 ${postName}` : postName));
  });

const refusal = async (act: Promise<unknown>): Promise<string[]> => {
  const error = await act.then(
    () => null,
    (caught: unknown) => caught as DomainError,
  );
  return error ? [error.code, ...error.faults.map(({ code }) => code)] : [];
};

const rule = (act: string, ...names: string[]): AuthorityRule => ({
  act,
  upTo: null,
  steps: names.map((name) => ({ postId: idOf(name), role: 'approve' })),
});

describe('小郡市の専決規程（見本）', () => {
  it('finds the route by act and amount', async () => {
    expect(await routeNames('grant-decision', 630_000)).toEqual(['コミュニティ推進係長', 'コミュニティ推進課長']);
    expect(await routeNames('grant-decision', 1_000_001)).toEqual([
      'コミュニティ推進係長',
      'コミュニティ推進課長',
      '合議 会計管理者',
      '市民福祉部長',
    ]);
    expect((await routeNames('grant-decision', 5_000_001)).at(-1)).toBe('小郡市長');
  });

  it('has no route before the table is in force, nor for an act it does not name', async () => {
    expect(await refusal(routeNames('grant-decision', 1, '2024-03-31'))).toEqual(['staff.no-table-in-force']);
    expect(await refusal(routeNames('haircut', 1))).toEqual(['staff.no-rule']);
  });
});

describe('publishing a table', () => {
  const draft = (...rules: AuthorityRule[]): Promise<{ tableId: string }> =>
    house
      .get(DraftAuthorityTable)
      .execute(administrator, { basis: '改正 専決規程（見本）', validFrom: localDate('2026-07-01'), rules });

  it('is refused with every reason while a case could be carried by one person', async () => {
    const { tableId } = await draft(
      rule('grant-decision', 'コミュニティ推進係長'),
      rule('payment-order', 'コミュニティ推進課長', '会計管理者'),
    );
    expect(await refusal(house.get(PublishAuthorityTable).execute(administrator, { tableId, version: 1 }))).toEqual([
      'staff.table-unsafe',
      'staff.one-person-alone',
      'staff.approver-of-other-side',
    ]);
    expect(await routeNames('grant-decision', 630_000, '2026-07-01')).toEqual([
      'コミュニティ推進係長',
      'コミュニティ推進課長',
    ]);
  });

  it('puts it in force from its first day, and never changes it again', async () => {
    const { tableId } = await draft(rule('grant-decision', '副市長'), rule('payment-order', 'コミュニティ推進課長'));
    await house.get(PublishAuthorityTable).execute(administrator, { tableId, version: 1 });

    expect(await routeNames('grant-decision', 630_000, '2026-06-30')).toEqual([
      'コミュニティ推進係長',
      'コミュニティ推進課長',
    ]);
    expect(await routeNames('grant-decision', 630_000, '2026-07-01')).toEqual(['副市長']);

    const edit = { basis: 'x', validFrom: localDate('2026-07-01'), rules: [], tableId, version: 2 };
    expect(await refusal(house.get(EditAuthorityTable).execute(administrator, edit))).toEqual([
      'staff.table-published',
    ]);
    await expect(house.sql('UPDATE authority_rules SET up_to = 1 WHERE table_id = $1', [tableId])).rejects.toThrow(
      'a published authority table does not change',
    );
  });

  it('is refused when somebody else changed the draft meanwhile', async () => {
    const { tableId } = await draft(rule('grant-decision', '副市長'), rule('payment-order', 'コミュニティ推進課長'));
    const edit = { basis: '直した規程（見本）', validFrom: localDate('2026-08-01'), rules: [], tableId, version: 1 };
    await house.get(EditAuthorityTable).execute(administrator, edit);
    expect(await refusal(house.get(EditAuthorityTable).execute(administrator, edit))).toEqual(['common.stale']);
  });

  it('belongs to the administrator alone', async () => {
    const chief = await staffActor(house, towns.ogori, 'kacho');
    expect(() => house.get(PublishAuthorityTable).execute(chief, { tableId: 'any', version: 1 })).toThrow(
      'common.forbidden',
    );
  });
});

describe('posts and their holders', () => {
  const holder = async (name: string, on: string): Promise<string[]> =>
    (await read((tx) => house.get(StaffDirectory).holdersOf(tx, idOf(name), localDate(on)))).map((each) => each.name);

  const assign = (
    staffId: string,
    post: string,
    fromOn: string,
    untilOn: string | null = null,
  ): Promise<{ holdingId: string }> =>
    house.get(AssignPost).execute(administrator, {
      staffId,
      postId: idOf(post),
      kind: 'holder',
      fromOn: localDate(fromOn),
      untilOn: untilOn === null ? null : localDate(untilOn),
    });

  it('change hands on a day, and the past keeps its holder', async () => {
    const { staffId } = await house
      .get(AddStaffMember)
      .execute(administrator, { name: '乙隈 見本', kana: 'おとぐま みほん' });
    const holdings = await read((tx) => house.get(StaffDirectory).holdings(tx));
    const before = holdings.find(({ postId }) => postId === idOf('市民福祉部長'));
    await house
      .get(EndHolding)
      .execute(administrator, { holdingId: before?.id ?? '', untilOn: localDate('2027-03-31') });
    await assign(staffId, '市民福祉部長', '2027-04-01');

    expect(await holder('市民福祉部長', '2027-03-31')).toEqual(['三沢 見本']);
    expect(await holder('市民福祉部長', '2027-04-01')).toEqual(['乙隈 見本']);
  });

  it('never let one person stand on both sides, in the code and in the database', async () => {
    const checker = await staffActor(house, towns.ogori, 'kaikei-shinsa');
    expect(await refusal(assign(checker.staffId, 'コミュニティ推進課 担当', '2026-04-01'))).toEqual([
      'common.invalid',
      'staff.posts-of-both-sides',
    ]);
    const past = `INSERT INTO post_holdings VALUES ('402168', gen_random_uuid(), $1, $2, 'acting', '2026-04-01', NULL)`;
    await expect(house.sql(past, [idOf('コミュニティ推進課長'), checker.staffId])).rejects.toThrow('one side only');
  });

  it('two assignments at the same moment do not slip past each other', async () => {
    const { staffId } = await house
      .get(AddStaffMember)
      .execute(administrator, { name: '福童 見本', kana: 'ふくどう みほん' });
    const outcomes = await Promise.all(
      ['会計課 審査担当', 'コミュニティ推進課 担当'].map((post) => refusal(assign(staffId, post, '2026-04-01'))),
    );
    expect(outcomes.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(outcomes.find((codes) => codes.length > 0)).toEqual(['common.invalid', 'staff.posts-of-both-sides']);
  });

  it('cannot be given to oneself', async () => {
    const { staffId } = administrator;
    expect(() =>
      house.get(AssignPost).execute(administrator, {
        staffId,
        postId: idOf('副市長'),
        kind: 'holder',
        fromOn: localDate('2026-04-01'),
        untilOn: null,
      }),
    ).toThrow('staff.own-post');
  });

  it('a vacant deciding post stops the route until somebody acts for it', async () => {
    const holdings = await read((tx) => house.get(StaffDirectory).holdings(tx));
    const chief = holdings.find(({ postId }) => postId === idOf('コミュニティ推進課長'));
    await house
      .get(EndHolding)
      .execute(administrator, { holdingId: chief?.id ?? '', untilOn: localDate('2026-05-10') });
    expect(await refusal(routeNames('payment-order', 1, '2026-05-11'))).toEqual(['staff.post-vacant']);

    const director = await staffActor(house, towns.ogori, 'bucho');
    await house.get(AssignPost).execute(administrator, {
      staffId: director.staffId,
      postId: idOf('コミュニティ推進課長'),
      kind: 'acting',
      fromOn: localDate('2026-05-11'),
      untilOn: null,
    });
    expect((await routeNames('payment-order', 1, '2026-05-11')).at(-1)).toBe('コミュニティ推進課長');
    expect(await holder('コミュニティ推進課長', '2026-05-11')).toEqual(['三沢 見本']);
  });
});
