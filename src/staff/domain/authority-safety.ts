import type { Fault } from '../../kernel/domain-error.js';
import { actLabel, hasAmount, REQUIRED_ACTS } from './acts.js';
import type { AuthorityRule, AuthorityTable } from './authority-table.js';
import type { Post } from './post.js';

/** Posts and who holds each of them on the day from which the table is to hold. */
export interface Staffing {
  readonly posts: readonly Post[];
  readonly holders: ReadonlyMap<string, readonly { staffId: string; name: string }[]>;
}

/**
 * Everything for which a table must not be published: routes that end nowhere, posts that may not decide,
 * and above all a route that one person could carry alone, from the draft to the decision.
 */
export function authorityFaults(table: Pick<AuthorityTable, 'rules' | 'basis'>, staffing: Staffing): Fault[] {
  return [
    ...(table.basis.trim() === '' ? [{ pointer: 'basis', code: 'staff.table-basis-missing' }] : []),
    ...REQUIRED_ACTS.filter((act) => !table.rules.some((rule) => rule.act === act)).map((act) => ({
      pointer: 'rules',
      code: 'staff.table-act-missing',
      params: { act: actLabel(act) },
    })),
    ...storableFaults(table.rules),
    ...endFaults(table.rules),
    ...table.rules.flatMap((rule, index) => ruleFaults(rule, `rules[${String(index)}]`, staffing)),
  ];
}

/** What not even a draft can be kept with: a limit twice or where nothing is spent, or a post twice in one route. */
export function storableFaults(rules: readonly AuthorityRule[]): Fault[] {
  return rules.flatMap((rule, index) => {
    const pointer = `rules[${String(index)}]`;
    const params = { act: actLabel(rule.act) };
    const isFirst = rules.findIndex(({ act, upTo }) => act === rule.act && upTo === rule.upTo) === index;
    const isPostTwice = new Set(rule.steps.map(({ postId }) => postId)).size < rule.steps.length;
    return [
      ...(isFirst ? [] : [{ pointer: `${pointer}.upTo`, code: 'staff.rule-limit-twice', params }]),
      ...(rule.upTo === null || hasAmount(rule.act)
        ? []
        : [{ pointer: `${pointer}.upTo`, code: 'staff.rule-limit-without-amount', params }]),
      ...(isPostTwice ? [{ pointer: `${pointer}.steps`, code: 'staff.rule-post-twice', params }] : []),
    ];
  });
}

/** Every act needs a rule without a limit, or amounts above its last limit would have no route. */
function endFaults(rules: readonly AuthorityRule[]): Fault[] {
  return [...new Set(rules.map(({ act }) => act))]
    .filter((act) => !rules.some((rule) => rule.act === act && rule.upTo === null))
    .map((act) => ({ pointer: 'rules', code: 'staff.act-without-last-rule', params: { act: actLabel(act) } }));
}

function ruleFaults(rule: AuthorityRule, pointer: string, staffing: Staffing): Fault[] {
  const faults: Fault[] = [];
  const refuse = (code: string, params: Fault['params'] = {}): void =>
    void faults.push({ pointer: `${pointer}.steps`, code, params: { act: actLabel(rule.act), ...params } });
  const posts = rule.steps.map((step) => ({ ...step, post: staffing.posts.find(({ id }) => id === step.postId) }));
  const approving = posts.filter(({ role }) => role === 'approve');

  if (posts.some(({ post }) => !post)) refuse('staff.step-post-unknown');
  if (approving.length === 0) refuse('staff.rule-without-approver');
  else if (rule.steps.findLast(({ role }) => role !== 'inform')?.role !== 'approve')
    refuse('staff.rule-ends-with-consultation');

  for (const { post } of approving) {
    if (post && post.side !== 'ordering') refuse('staff.approver-of-other-side', { post: post.name });
    else if (post && !post.duties.includes('approve')) refuse('staff.approver-without-duty', { post: post.name });
  }
  const ranks = approving.map(({ post }) => post?.rank ?? 0);
  if (ranks.some((rank, index) => index > 0 && rank <= (ranks[index - 1] ?? 0))) refuse('staff.rule-not-ascending');

  const last = approving.at(-1)?.post;
  if (last && actingFor(staffing, last.id).length === 0) refuse('staff.last-post-vacant', { post: last.name });
  const alone = approving.length > 0 ? personWhoCouldActAlone(rule, staffing) : null;
  if (alone !== null) refuse('staff.one-person-alone', { name: alone });
  return faults;
}

/** Somebody who may draft and is among the holders of every occupied post that would approve. */
function personWhoCouldActAlone(rule: AuthorityRule, staffing: Staffing): string | null {
  const drafters = staffing.posts
    .filter(({ duties }) => duties.includes('promotion'))
    .flatMap(({ id }) => holdersOf(staffing, id));
  const occupied = rule.steps
    .filter(({ role }) => role === 'approve')
    .map(({ postId }) => actingFor(staffing, postId))
    .filter((holders) => holders.length > 0);
  if (occupied.length === 0) return null;
  const alone = drafters.find(({ staffId }) =>
    occupied.every((holders) => holders.some((holder) => holder.staffId === staffId)),
  );
  return alone?.name ?? null;
}

/** Who would act for the post: its holders, or while it is vacant its deputies where the town's rule says so. */
function actingFor(staffing: Staffing, postId: string): readonly { staffId: string; name: string }[] {
  const holders = holdersOf(staffing, postId);
  const post = staffing.posts.find(({ id }) => id === postId);
  if (holders.length > 0 || post?.whenVacant !== 'deputy') return holders;
  return holdersOf(staffing, post.deputyPostId ?? '');
}

const holdersOf = ({ holders }: Staffing, postId: string): readonly { staffId: string; name: string }[] =>
  holders.get(postId) ?? [];
