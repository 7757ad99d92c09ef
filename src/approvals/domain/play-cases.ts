import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Moment, Rule } from './act.js';
import { itemsOf, type Draft, type DraftItem } from './draft.js';
import { draftFaults } from './draft-faults.js';
import { excludedFrom, occupationOf } from './hall.js';
import { after, drafterPost, recorded, stateAfter, words } from './record.js';
import { refuseUnlessDrafter, stepsToActFor } from './who-may-act.js';

/** 再提出 by the drafter: a new round with the cases as they stand now, walked from its first post. */
export const resubmit: Rule<'resubmit'> = (draft, { resubmission, comment }, moment) => {
  refuseUnlessDrafter(draft, moment.by);
  if (draft.state !== 'returned') throw new DomainError('approvals.not-returned', 'conflict');
  const { items, ...found } = resubmission;
  const subjectIds = itemsOf(draft).map(({ subjectId }) => subjectId);
  refuseWhenFaulty(draftFaults(found.title, found.reason, subjectIds));
  const again: Draft = { ...draft, ...found, round: draft.round + 1, items: redrafted(draft, items) };
  const told = recorded(again, moment, {
    kind: 'resubmitted',
    post: drafterPost(draft),
    comment: comment.trim(),
  });
  return after(draft, 'resubmit', [told], moment, again);
};

/** A changed case loses its own approvals and gathers them anew; the others keep theirs. By the drafter. */
export const recast: Rule<'recast'> = (draft, act, moment) => {
  refuseUnlessDrafter(draft, moment.by);
  if (draft.state !== 'circulating') throw new DomainError('approvals.not-possible', 'conflict');
  const changed = moment.cases.filter(({ digest, draftedDigest }) => digest !== draftedDigest);
  if (changed.length === 0) throw new DomainError('approvals.nothing-changed', 'conflict');
  const items = changed.map(({ itemId: id, title, amount, digest }) => ({ id, title, amount, digest }));
  const shown = changed.map(({ itemId, digest }) => ({ itemId, digest }));
  const told = recorded(
    draft,
    moment,
    { kind: 'recast', post: drafterPost(draft), comment: act.comment.trim() },
    { items: shown },
  );
  return after(draft, 'arrange', [told], moment, { items: redrafted(draft, items) });
};

const redrafted = (
  draft: Draft,
  now: readonly Pick<DraftItem, 'id' | 'title' | 'amount' | 'digest'>[],
): readonly DraftItem[] => draft.items.map((item) => ({ ...item, ...now.find(({ id }) => id === item.id) }));

/**
 * 保留: cases leave the draft, by its drafter or by the post whose turn it is; what the others have is kept. A case may go
 * with its budget still reserved, and is then drafted again as it is.
 */
export const hold: Rule<'hold'> = (draft, act, moment) => {
  stateAfter(draft, 'arrange');
  const isDrafter = draft.drafter.staffId === moment.by.staffId;
  const [own] = isDrafter
    ? []
    : stepsToActFor(draft, moment.by, moment.hall, excludedFrom(draft, moment.cases)).filter(
        ({ cover }) => cover === null,
      );
  const leaving = itemsOf(draft).filter(({ id }) => act.itemIds.includes(id));
  refuseWhenFaulty(leaving.length === 0 ? [{ pointer: 'itemIds', code: 'approvals.no-case-to-hold' }] : []);
  if (leaving.length === itemsOf(draft).length) throw new DomainError('approvals.last-case', 'conflict');
  const comment = words(act.reason, 'holdReason', 'approvals.hold-reason-missing');
  const post = own ? { id: own.step.postId, name: own.step.postName } : drafterPost(draft);
  const shown = moment.cases
    .filter(({ itemId }) => leaving.some(({ id }) => id === itemId))
    .map(({ itemId, digest }) => ({ itemId, digest }));
  const told = recorded(
    draft,
    moment,
    { kind: 'held', post, comment },
    { items: shown, position: own?.step.position ?? null },
  );
  const items = draft.items.map((item) =>
    leaving.includes(item)
      ? { ...item, running: false, leftActId: told.id, reservationKept: act.keepReservation }
      : item,
  );
  return after(draft, 'arrange', [told], moment, { items });
};

/** The open steps of a post that is abolished, or that nobody can act for, go to its successor. By an administrator. */
export const map: Rule<'map'> = (draft, act, moment) => {
  if (draft.state !== 'circulating') throw new DomainError('approvals.not-possible', 'conflict');
  const post = moment.by.posts.find(({ duties }) => duties.includes('administer'));
  if (!post) throw DomainError.forbidden();
  const steps = draft.steps.filter(({ postId, actId }) => postId === act.fromPostId && actId === null);
  const [first] = steps;
  if (!first) throw new DomainError('approvals.no-step-to-map', 'conflict');
  refuseUnfitSuccessor(draft, first.postName, act, moment);
  const comment = words(act.reason, 'reason', 'approvals.mapping-reason-missing');
  const told = recorded(draft, moment, {
    kind: 'mapped',
    post,
    comment: `${first.postName}から${act.to.name}へ振り替え。${comment}`,
  });
  const mapped = draft.steps.map((step) =>
    steps.includes(step) ? { ...step, postId: act.to.id, postName: act.to.name } : step,
  );
  return after(draft, 'arrange', [told], moment, { steps: mapped });
};

function refuseUnfitSuccessor(
  draft: Draft,
  from: string,
  { fromPostId, to }: Parameters<typeof map>[1],
  { hall, cases }: Moment,
): void {
  const excluded = excludedFrom(draft, cases);
  const { eligibleIds, post } = occupationOf(hall, { postId: fromPostId }, excluded);
  if (eligibleIds.length > 0 && !post?.abolished) {
    throw new DomainError('approvals.post-still-held', 'conflict', { post: from });
  }
  const steps = draft.steps.filter(({ postId }) => postId === fromPostId);
  const fits =
    steps.every(({ side, role }) => role === 'inform' || (side === to.side && (role !== 'approve' || to.mayDecide))) &&
    occupationOf(hall, { postId: to.id }, excluded).eligibleIds.length > 0;
  if (!fits)
    throw DomainError.invalid([{ pointer: 'toPostId', code: 'approvals.successor-unfit', params: { post: to.name } }]);
}
