import type { StaffActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra, timeInJapan } from '../../kernel/local-date.js';
import { decidingStepOf, type Cover, type Draft, type DraftAct, type DraftState, type DraftStep } from './draft.js';
import { occupationOf, type Hall } from './hall.js';
import { standingAct, waitingSteps } from './standing.js';

/** The person who acts, with the posts held today. */
export type Hand = Pick<StaffActor, 'staffId' | 'name' | 'posts'>;

/** A step together with why somebody acts for it whose post it is not. */
export interface StepInHand {
  readonly step: DraftStep;
  readonly cover: Cover | null;
}

const REFUSAL_BY_STATE: Readonly<Record<DraftState, string>> = {
  circulating: 'approvals.not-your-turn',
  returned: 'approvals.is-returned',
  approved: 'approvals.is-approved',
  rejected: 'approvals.is-rejected',
  withdrawn: 'approvals.is-withdrawn',
};

/**
 * The steps for which this person acts now, in order: those of their posts, and those before them that nobody may act for.
 * One act stands for consecutive posts of one person. `shownStep` is the position that the person's page showed: an act
 * meant for it never lands on another. Throws the refusal that names who acted already, whose turn it is, or the rule.
 */
export function stepsToActFor(
  draft: Draft,
  hand: Hand,
  hall: Hall,
  excluded: ReadonlySet<string>,
  shownStep?: number,
): StepInHand[] {
  refuseDrafterAndBothSides(draft, hand);
  const held = new Set(hand.posts.map(({ id }) => id));
  const mine = draft.steps.filter(({ postId, role }) => held.has(postId) && role !== 'inform');
  if (shownStep !== undefined) {
    const shown = mine.filter(({ position }) => position === shownStep);
    if (shown.every(({ actId }) => actId !== null)) refuseWhenActed(draft, shown);
  }
  if (draft.state !== 'circulating') throw new DomainError(REFUSAL_BY_STATE[draft.state], 'conflict');
  const steps = reach(draft, hall, excluded, held);
  if (steps.length === 0 || (shownStep !== undefined && shownStep !== draft.position)) {
    if (shownStep === undefined) refuseWhenActed(draft, mine);
    throw new DomainError('approvals.not-your-turn', 'conflict', { post: waitingPosts(draft) });
  }
  return steps;
}

/** From the position that waits on: steps in these posts, and steps that are passed over on the way to the last of them. */
function reach(draft: Draft, hall: Hall, excluded: ReadonlySet<string>, held: ReadonlySet<string>): StepInHand[] {
  const open = draft.steps.filter(({ role, actId }) => role !== 'inform' && actId === null);
  const positions = [...new Set(open.map(({ position }) => position))].sort((a, b) => a - b);
  const reached: StepInHand[] = [];
  for (const position of positions) {
    const here = open
      .filter((step) => step.position === position)
      .map((step): StepInHand | null =>
        held.has(step.postId)
          ? { step, cover: null }
          : isPassedOver(draft, step, hall, excluded)
            ? { step, cover: 'passed' }
            : null,
      );
    reached.push(...here.filter((one) => one !== null));
    if (here.includes(null)) break;
  }
  const lastOwn = reached.findLastIndex(({ cover }) => cover === null);
  return reached.slice(0, lastOwn + 1);
}

/** Nobody may act for the post today, and the town's rule lets the next one go on. Never the post that decides. */
function isPassedOver(draft: Draft, step: DraftStep, hall: Hall, excluded: ReadonlySet<string>): boolean {
  if (step === decidingStepOf(draft.steps)) return false;
  const { holderIds, eligibleIds, post } = occupationOf(hall, step, excluded);
  if (eligibleIds.length > 0) return false;
  return holderIds.length > 0 || post?.whenVacant === 'above';
}

/**
 * The waiting steps for which this person may act as deputy (代決), because the rule names their post and nobody who
 * holds the other one can act: away, no holder, or tied. Throws what forbids it; 重要・異例・新規 wait for the superior.
 */
export function stepsToDeputiseFor(
  draft: Draft,
  hand: Hand,
  hall: Hall,
  excluded: ReadonlySet<string>,
  shownStep: number,
): StepInHand[] {
  refuseDrafterAndBothSides(draft, hand);
  if (draft.state !== 'circulating') throw new DomainError(REFUSAL_BY_STATE[draft.state], 'conflict');
  if (shownStep !== draft.position) {
    throw new DomainError('approvals.not-your-turn', 'conflict', { post: waitingPosts(draft) });
  }
  const held = new Set(hand.posts.map(({ id }) => id));
  const named = waitingSteps(draft).filter(({ postId }) => held.has(hall.posts.get(postId)?.deputyPostId ?? ''));
  if (named.length === 0) throw new DomainError('approvals.not-the-deputy', 'conflict', { post: waitingPosts(draft) });
  const covered = named.flatMap((step) => {
    const cover = deputyCover(step, hall, excluded);
    return cover === null ? [] : [{ step, cover }];
  });
  if (covered.length === 0) {
    throw new DomainError('approvals.superior-present', 'conflict', { post: waitingPosts(draft) });
  }
  if (draft.marks.length > 0 && covered.some(({ cover }) => cover !== 'tied')) {
    throw new DomainError('approvals.deputy-barred', 'conflict', { post: waitingPosts(draft) });
  }
  return covered;
}

/** Why a deputy may act for the step today; null while somebody who holds the post can. */
export function deputyCover(step: DraftStep, hall: Hall, excluded: ReadonlySet<string>): Cover | null {
  const { holderIds, eligibleIds, post } = occupationOf(hall, step, excluded);
  if (eligibleIds.length > 0) return eligibleIds.every((id) => hall.absentIds.has(id)) ? 'absent' : null;
  if (holderIds.length > 0) return 'tied';
  return post?.whenVacant === 'deputy' ? 'vacant' : null;
}

/** The approval of this person that a second click or a resend would repeat; null when there is none. */
export function approvalAlreadyGiven(draft: Draft, hand: Hand, shownStep?: number): DraftAct | null {
  const given = draft.steps.flatMap((step) => {
    const act = standingAct(draft, step);
    return act && act.staffId === hand.staffId ? [{ step, act }] : [];
  });
  const held = new Set(hand.posts.map(({ id }) => id));
  const waitsFor = waitingSteps(draft).some(({ postId }) => held.has(postId));
  if (shownStep === undefined) return waitsFor ? null : (given.at(-1)?.act ?? null);
  if (waitsFor && shownStep === draft.position) return null;
  return given.find(({ step }) => step.position === shownStep)?.act ?? null;
}

/** The posts for which the draft waits, as a person reads them. */
export const waitingPosts = (draft: Draft): string =>
  waitingSteps(draft)
    .map(({ postName }) => postName)
    .join('・');

/** Only who drafted resubmits, withdraws, pulls back, attaches. */
export function refuseUnlessDrafter(draft: Draft, hand: Hand): void {
  if (draft.drafter.staffId !== hand.staffId) {
    throw new DomainError('approvals.not-the-drafter', 'forbidden', { name: draft.drafter.name });
  }
}

/** 命令機関 and 出納機関 are never one person (地方自治法232条の4); the assignment of posts refuses it first. */
function refuseDrafterAndBothSides(draft: Draft, hand: Hand): void {
  if (hand.staffId === draft.drafter.staffId) throw new DomainError('approvals.own-draft', 'forbidden');
  if (new Set(hand.posts.map(({ side }) => side)).size > 1)
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
