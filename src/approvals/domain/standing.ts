import { DRAFTER_POSITION, itemsOf, type Draft, type DraftAct, type DraftItem, type DraftStep } from './draft.js';

/**
 * The act of this round that stands for a case at a step: given on the content that the case has now, and not taken away
 * by a later send-back. So a changed case loses its own approvals and no other's.
 */
export function actFor(draft: Draft, step: DraftStep, item: DraftItem): DraftAct | null {
  let standing: DraftAct | null = null;
  for (const act of draft.acts) {
    if (act.round !== draft.round) continue;
    if (act.kind === 'sent-back' && (act.returnedTo ?? DRAFTER_POSITION) <= step.position) standing = null;
    if (isFor(act, step) && act.items.some(({ itemId, digest }) => itemId === item.id && digest === item.digest)) {
      standing = act;
    }
  }
  return standing;
}

const isFor = (act: DraftAct, step: DraftStep): boolean =>
  act.position === step.position &&
  act.postId === step.postId &&
  (step.role === 'inform' ? act.kind === 'read' : act.kind === 'approved' || act.kind === 'differed');

/** The last act that a step needed, once all cases have theirs. */
function standingOf(draft: Draft, step: DraftStep): DraftAct | null {
  const acts = itemsOf(draft).map((item) => actFor(draft, step, item));
  if (acts.length === 0 || acts.includes(null)) return null;
  return draft.acts.findLast((act) => acts.includes(act)) ?? null;
}

/** The draft with its steps and the position that waits as its acts leave them. 供覧 holds nothing up. */
export function settled(draft: Draft): Draft {
  const steps = draft.steps.map((step) => ({ ...step, actId: standingOf(draft, step)?.id ?? null }));
  const open = steps.filter(({ role, actId }) => role !== 'inform' && actId === null);
  const position =
    draft.state === 'circulating' && open.length > 0 ? Math.min(...open.map((step) => step.position)) : null;
  return { ...draft, steps, position };
}

export const standingAct = (draft: Draft, step: DraftStep): DraftAct | null =>
  draft.acts.find(({ id }) => id === step.actId) ?? null;

/** The steps for which the draft waits now. */
export const waitingSteps = (draft: Draft): DraftStep[] =>
  draft.steps.filter(({ position, actId, role }) => position === draft.position && actId === null && role !== 'inform');

/** A paper that was added after a post had acted, and that this post has not acknowledged. */
export interface Unacknowledged {
  readonly attachedActId: string;
  readonly step: DraftStep;
}

export function unacknowledged(draft: Draft): Unacknowledged[] {
  const at = (act: DraftAct): number => draft.acts.indexOf(act);
  return draft.acts
    .filter(({ kind }) => kind === 'attached')
    .flatMap((attached) =>
      draft.steps
        .filter((step) => {
          const acted = standingAct(draft, step);
          return step.role !== 'inform' && acted !== null && at(acted) < at(attached);
        })
        .filter(
          ({ postId }) =>
            !draft.acts.some(
              (act) => act.kind === 'acknowledged' && act.aboutActId === attached.id && act.postId === postId,
            ),
        )
        .map((step) => ({ attachedActId: attached.id, step })),
    );
}

/** 代決 for an absent superior that nobody has looked at since (後閲). */
export const awaitingReview = (draft: Draft): DraftAct[] =>
  draft.acts.filter(
    (act) =>
      act.cover === 'absent' &&
      !draft.acts.some(({ kind, aboutActId }) => kind === 'reviewed' && aboutActId === act.id),
  );

/** Questions without an answer. */
export const openQuestions = (draft: Draft): DraftAct[] =>
  draft.acts.filter(
    (act) =>
      act.kind === 'asked' && !draft.acts.some(({ kind, aboutActId }) => kind === 'answered' && aboutActId === act.id),
  );
