import { describe, expect, it } from '@jest/globals';
import type { Side } from '../../kernel/actor.js';
import { yen } from '../../kernel/yen.js';
import type { DraftStep, StepRole } from './draft.js';
import { authorityAmountOf, fixRoute, nextPosition, stepsActedAtOnce, type RoutePost } from './route.js';

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
/** Steps held by these posts, of which the first `done` have acted. */
const walked = (done: number, ...posts: string[]): DraftStep[] =>
  fixRoute(
    posts.map((name) => post(name)),
    nobody,
  ).map((step) => (step.position <= done ? { ...step, actId: 'act' } : step));

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

describe('walking a route', () => {
  it.each([
    [['係長'], [1]],
    [
      ['係長', '課長'],
      [1, 2],
    ],
    [['係長', '部長'], [1]],
    [['課長', '部長'], []],
  ])('lets a holder of %j act at once for the steps %j', (held, positions) => {
    const acted = stepsActedAtOnce(walked(0, '係長', '課長', '部長'), 1, new Set(held));
    expect(acted.map(({ position }) => position)).toEqual(positions);
  });

  it('ends after the last open step', () => {
    const steps = walked(1, '係長', '課長', '部長');
    expect(nextPosition(steps, steps.slice(1, 2))).toBe(3);
    expect(nextPosition(steps, steps.slice(1))).toBeNull();
  });
});

describe('the amount by which the table is asked', () => {
  it('is the largest case, not the sum: each case is a decision of its own', () => {
    expect(authorityAmountOf([yen(630_000), yen(690_000), yen(660_000)])).toBe(690_000n);
  });
});
