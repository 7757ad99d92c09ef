import type { StaffActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra, timeInJapan } from '../../kernel/local-date.js';
import type { Draft, DraftAct, DraftState, DraftStep } from './draft.js';
import { stepsActedAtOnce } from './route.js';

const REFUSAL_BY_STATE: Readonly<Record<Exclude<DraftState, 'circulating'>, string>> = {
  returned: 'approvals.is-returned',
  approved: 'approvals.is-approved',
  withdrawn: 'approvals.is-withdrawn',
};

/**
 * The steps for which this person acts now, in order; one act stands for consecutive posts of one person.
 * `shownStep` is the step that the person's page showed: an act meant for it never lands on another.
 * Throws the refusal that names who acted already, whose turn it is, or the rule that forbids it.
 */
export function stepsToActFor(draft: Draft, actor: StaffActor, shownStep?: number): DraftStep[] {
  if (actor.staffId === draft.drafter.staffId) throw new DomainError('approvals.own-draft', 'forbidden');
  refuseBothSides(actor);
  if (shownStep !== undefined)
    refuseWhenActed(
      draft,
      draft.steps.filter(({ position }) => position === shownStep),
    );
  if (draft.state !== 'circulating' || draft.position === null)
    throw new DomainError(refusalOf(draft.state), 'conflict');

  const held = new Set(actor.posts.map(({ id }) => id));
  const steps = stepsActedAtOnce(draft.steps, draft.position, held);
  if (shownStep === undefined && steps.length === 0) {
    refuseWhenActed(
      draft,
      draft.steps.filter(({ postId }) => held.has(postId)),
    );
  }
  if (steps.length === 0 || (shownStep !== undefined && shownStep !== draft.position)) {
    throw new DomainError('approvals.not-your-turn', 'conflict', { post: waitingPosts(draft) });
  }
  return steps;
}

/** The approval of this person that a second click or a resend would repeat; null when there is none. */
export function approvalAlreadyGiven(draft: Draft, actor: StaffActor, shownStep?: number): DraftAct | null {
  const standing = draft.steps.flatMap((step) => {
    const act = standingAct(draft, step);
    return act && act.staffId === actor.staffId ? [{ step, act }] : [];
  });
  if (shownStep !== undefined) return standing.find(({ step }) => step.position === shownStep)?.act ?? null;
  const held = new Set(actor.posts.map(({ id }) => id));
  const waits = draft.position !== null && stepsActedAtOnce(draft.steps, draft.position, held).length > 0;
  return waits ? null : (standing.at(-1)?.act ?? null);
}

export const standingAct = (draft: Draft, step: DraftStep): DraftAct | null =>
  draft.acts.find(({ id }) => id === step.actId) ?? null;

/** The posts for which the draft waits, as a person reads them. */
export const waitingPosts = (draft: Draft): string =>
  draft.steps
    .filter(({ position }) => position === draft.position)
    .map(({ postName }) => postName)
    .join('・');

/** 命令機関 and 出納機関 are never one person (地方自治法232条の4); the assignment of posts refuses it first. */
function refuseBothSides(actor: StaffActor): void {
  if (new Set(actor.posts.map(({ side }) => side)).size > 1)
    throw new DomainError('approvals.posts-of-both-sides', 'forbidden');
}

function refuseWhenActed(draft: Draft, steps: readonly DraftStep[]): void {
  const act = steps.map((step) => standingAct(draft, step)).find((found) => found !== null);
  if (!act) return;
  throw new DomainError('approvals.already-acted', 'conflict', {
    post: act.postName,
    name: act.staffName,
    at: `${formatEra(act.actedOn)} ${timeInJapan(act.actedAt)}`,
  });
}

const refusalOf = (state: DraftState): string =>
  state === 'circulating' ? 'approvals.not-your-turn' : REFUSAL_BY_STATE[state];
