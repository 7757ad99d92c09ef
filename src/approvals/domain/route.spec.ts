import { describe, expect, it } from '@jest/globals';
import type { Side } from '../../kernel/actor.js';
import { yen } from '../../kernel/yen.js';
import type { StepRole } from './draft.js';
import { authorityAmountOf, fixRoute, type RoutePost } from './route.js';

const post = (
  postId: string,
  side: Side = 'ordering',
  role: StepRole = 'approve',
  staffIds = [`${postId}-holder`],
): RoutePost => ({
  postId,
  postName: postId,
  side,
  role,
  holders: staffIds.map((staffId) => ({ staffId, name: staffId })),
});
const nobody = new Set<string>();

describe('fixing a route', () => {
  it('numbers the posts in their order', () => {
    const route = fixRoute([post('係長'), post('会計管理者', 'treasury', 'consult'), post('課長')], nobody);
    expect(route.map(({ position, postId }) => [position, postId])).toEqual([
      [1, '係長'],
      [2, '会計管理者'],
      [3, '課長'],
    ]);
  });

  it.each([
    ['no post at all', [], 'approvals.route-without-decider'],
    [
      'a consultation at its end',
      [post('課長'), post('会計管理者', 'treasury', 'consult')],
      'approvals.route-without-decider',
    ],
    ['a treasury post that decides', [post('会計管理者', 'treasury')], 'approvals.post-of-wrong-side'],
    [
      'an auditor who is consulted',
      [post('監査委員', 'audit', 'consult'), post('課長')],
      'approvals.post-of-wrong-side',
    ],
    [
      'a post that nobody holds',
      [post('係長', 'ordering', 'approve', []), post('課長')],
      'approvals.no-eligible-holder',
    ],
  ])('refuses %s', (_, posts, code) => {
    expect(() => fixRoute(posts, nobody)).toThrow(code);
  });

  it('refuses a post that only excluded people hold, and takes it when one more holds it', () => {
    const excluded = new Set(['drafter', 'tied']);
    expect(() => fixRoute([post('課長', 'ordering', 'approve', ['drafter', 'tied'])], excluded)).toThrow(
      'no-eligible-holder',
    );
    expect(fixRoute([post('課長', 'ordering', 'approve', ['drafter', 'other'])], excluded)).toHaveLength(1);
  });
});

describe('steps that do not wait for each other', () => {
  it('are neighbouring consultations, which share a position; 供覧 stands last', () => {
    const route = fixRoute(
      [
        post('係長'),
        post('財政課長', 'ordering', 'consult'),
        post('会計管理者', 'treasury', 'consult'),
        post('監査委員', 'audit', 'inform'),
        post('部長'),
      ],
      nobody,
    );
    expect(route.map(({ position, postId, ordinal }) => [ordinal, position, postId])).toEqual([
      [1, 1, '係長'],
      [2, 2, '財政課長'],
      [3, 2, '会計管理者'],
      [4, 3, '部長'],
      [5, 4, '監査委員'],
    ]);
  });

  it('are all before the last one where the drafter carries the draft round (持ち回り)', () => {
    const route = fixRoute(
      [post('係長'), post('会計管理者', 'treasury', 'consult'), post('課長'), post('部長')],
      nobody,
      {
        carried: true,
      },
    );
    expect(route.map(({ position }) => position)).toEqual([1, 1, 1, 2]);
  });
});

describe('a post that only excluded people hold', () => {
  const excluded = new Set(['課長-holder', '市長-holder']);
  it('is passed over before the end', () => {
    expect(fixRoute([post('課長'), post('部長')], excluded).map(({ postId }) => postId)).toEqual(['部長']);
  });
  it('gives its decision to the next eligible post above', () => {
    const above = [post('部長'), post('市長')];
    expect(fixRoute([post('係長'), post('課長')], excluded, { above }).map(({ postId }) => postId)).toEqual([
      '係長',
      '部長',
    ]);
  });
  it('stays, for whom the rule names, where nobody stands above', () => {
    const mayor = { ...post('市長'), deputies: [{ staffId: '副市長-holder', name: '副市長' }] };
    expect(fixRoute([post('課長'), post('部長'), mayor], excluded).map(({ postId }) => postId)).toEqual([
      '部長',
      '市長',
    ]);
  });
});

describe('the amount by which the table is asked', () => {
  it('is the largest case, not the sum: each case is a decision of its own', () => {
    expect(authorityAmountOf([yen(630_000), yen(690_000), yen(660_000)])).toBe(690_000n);
  });
});
