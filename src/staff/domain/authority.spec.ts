import { describe, expect, it } from '@jest/globals';
import type { Duty, Side } from '../../kernel/actor.js';
import { yen } from '../../kernel/yen.js';
import { authorityFaults, type Staffing } from './authority-safety.js';
import { ruleFor, type AuthorityRule } from './authority-table.js';
import type { Post } from './post.js';
import { occupiedRoute } from './route.js';

const post = (
  id: string,
  rank: number,
  duties: Duty[],
  side: Side = 'ordering',
  whenVacant: Post['whenVacant'] = 'above',
): Post => ({
  id,
  name: id,
  sectionId: 's',
  side,
  duties,
  rank,
  whenVacant,
  deputyPostId: null,
  abolishedOn: null,
  successorPostId: null,
});
const POSTS = [
  post('担当', 10, ['promotion']),
  post('係長', 20, ['promotion', 'approve']),
  post('課長', 30, ['approve'], 'ordering', 'refuse'),
  post('部長', 40, ['approve']),
  post('会計管理者', 50, ['treasury-decide'], 'treasury', 'refuse'),
];
const person = (name: string): { staffId: string; name: string } => ({ staffId: name, name });
const staffing = (changes: Record<string, string[]> = {}): Staffing => {
  const held = { 担当: ['佐藤', '田中'], 係長: ['高木'], 課長: ['森'], 部長: ['原'], 会計管理者: ['金子'], ...changes };
  return { posts: POSTS, holders: new Map(Object.entries(held).map(([id, names]) => [id, names.map(person)])) };
};

const rule = (act: string, upTo: number | null, ...steps: string[]): AuthorityRule => ({
  act,
  upTo: upTo === null ? null : yen(upTo),
  steps: steps.map((text) => ({
    postId: text.replace('合議:', ''),
    role: text.startsWith('合議:') ? 'consult' : 'approve',
  })),
});
const GRANTS = [
  rule('grant-decision', 1_000_000, '係長', '課長'),
  rule('grant-decision', null, '係長', '課長', '合議:会計管理者', '部長'),
];
const ORDERS = [rule('payment-order', null, '係長', '課長')];

const codes = (rules: AuthorityRule[], people = staffing()): string[] =>
  authorityFaults({ basis: '専決規程 別表（見本）', rules }, people).map(({ code }) => code);

describe('an authority table', () => {
  it('may be published when every act has a route to the end', () => expect(codes([...GRANTS, ...ORDERS])).toEqual([]));

  it('needs its basis, both acts, and a last rule without a limit', () => {
    expect(authorityFaults({ basis: ' ', rules: [] }, staffing()).map(({ code }) => code)).toEqual([
      'staff.table-basis-missing',
      'staff.table-act-missing',
      'staff.table-act-missing',
    ]);
    expect(codes([GRANTS[0] as AuthorityRule, ...ORDERS])).toEqual(['staff.act-without-last-rule']);
  });

  it.each([
    ['no approver', ['合議:会計管理者'], ['staff.rule-without-approver']],
    ['a consultation at the end', ['課長', '合議:会計管理者'], ['staff.rule-ends-with-consultation']],
    ['the treasury ordering', ['課長', '会計管理者'], ['staff.approver-of-other-side']],
    ['a post that may not approve', ['担当', '課長'], ['staff.approver-without-duty']],
    ['a way back down', ['部長', '課長'], ['staff.rule-not-ascending']],
    ['a post twice', ['係長', '合議:係長', '課長'], ['staff.rule-post-twice']],
  ])('is refused with %s', (_, steps, expected) => {
    expect(codes([...GRANTS, rule('payment-order', null, ...steps)])).toEqual(expected);
  });

  it('is refused with the same limit twice', () => {
    expect(codes([...GRANTS, ...ORDERS, rule('payment-order', null, '部長')])).toEqual(['staff.rule-limit-twice']);
  });

  it('is refused with a limit for an act without an amount', () => {
    expect(
      codes([...GRANTS, ...ORDERS, rule('account-change', 1_000, '課長'), rule('account-change', null, '部長')]),
    ).toEqual(['staff.rule-limit-without-amount']);
  });

  it('is refused while nobody holds the deciding post', () => {
    expect(codes([...GRANTS, ...ORDERS], staffing({ 部長: [] }))).toEqual(['staff.last-post-vacant']);
  });

  describe('one person could carry a case alone', () => {
    const alone = ['staff.one-person-alone'];
    const table = (...steps: string[]): AuthorityRule[] => [
      rule('grant-decision', null, '係長', '課長'),
      rule('payment-order', null, ...steps),
    ];

    it('where the only approver may draft as well', () => expect(codes(table('係長'))).toEqual(alone));

    it('where one person holds the drafting and every approving post', () => {
      expect(codes(table('課長'), staffing({ 担当: ['森'] }))).toEqual(alone);
      expect(codes(table('係長', '課長'), staffing({ 課長: ['高木'] }))).toEqual([...alone, ...alone]);
    });

    it('where the post of another person in the route stands empty', () => {
      expect(codes(table('係長', '課長', '部長'), staffing({ 課長: [], 部長: ['高木'] }))).toContain(
        'staff.one-person-alone',
      );
    });

    it('not where another must approve, even as a second holder of a post of the drafter', () => {
      expect(codes(table('係長', '部長'))).toEqual([]);
    });
  });
});

describe('the rule for an amount', () => {
  const rules = [rule('a', null, '部長'), rule('a', 1_000_000, '課長'), rule('a', 500_000, '係長')];
  it.each([
    [0, '係長'],
    [500_000, '係長'],
    [500_001, '課長'],
    [1_000_000, '課長'],
    [1_000_001, '部長'],
  ])('%i yen is decided by %s, limits included', (amount, expected) => {
    expect(ruleFor({ rules }, 'a', yen(amount))?.steps.at(-1)?.postId).toBe(expected);
  });
  it('is missing for another act', () => expect(ruleFor({ rules }, 'b', yen(1))).toBeNull());
});

describe('a route with vacant posts', () => {
  const route = rule('grant-decision', null, '係長', '課長', '部長');
  const names = (people: Staffing): string[] => occupiedRoute(route, people).map(({ postName }) => postName);

  it('passes the work to the post above where the town says so', () => {
    expect(names(staffing({ 係長: [] }))).toEqual(['課長', '部長']);
  });
  it('waits for an acting holder where it does not, and always at the deciding post', () => {
    expect(() => names(staffing({ 課長: [] }))).toThrow('staff.post-vacant');
    expect(() => names(staffing({ 部長: [] }))).toThrow('staff.post-vacant');
  });
});
