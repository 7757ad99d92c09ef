import type { HeldPost } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Moment, Rule } from './act.js';
import { DRAFTER_POSITION, type Draft } from './draft.js';
import { excludedFrom } from './hall.js';
import { after, drafterPost, recorded, words } from './record.js';
import { awaitingReview, openQuestions, unacknowledged } from './standing.js';
import { refuseUnlessDrafter, stepsToActFor } from './who-may-act.js';

/** 意見 of anybody on the route, at any time of the way; it binds nobody and is never lost. */
export const remark: Rule<'remark'> = (draft, act, moment) => {
  const comment = words(act.comment, 'remark', 'approvals.remark-missing');
  const told = recorded(draft, moment, { kind: 'remarked', post: postOnRoute(draft, moment), comment });
  return after(draft, 'speak', [told], moment);
};

/** A question of the post whose turn it is, to the drafter or an earlier post. The draft waits where it is. */
export const ask: Rule<'ask'> = (draft, act, moment) => {
  const steps = stepsToActFor(draft, moment.by, moment.hall, excludedFrom(draft, moment.cases), act.step);
  const own = steps.find(({ cover }) => cover === null)?.step;
  if (!own) throw new Error('no step to ask from');
  const isBehind =
    act.of === DRAFTER_POSITION ||
    draft.steps.some(({ position, role }) => position === act.of && position < own.position && role !== 'inform');
  if (!isBehind) throw DomainError.invalid([{ pointer: 'askOf', code: 'approvals.ask-target-missing' }]);
  const comment = words(act.question, 'question', 'approvals.question-missing');
  const post = { id: own.postId, name: own.postName };
  const told = recorded(
    draft,
    moment,
    { kind: 'asked', post, comment },
    { position: own.position, returnedTo: act.of },
  );
  return after(draft, 'speak', [told], moment);
};

export const answer: Rule<'answer'> = (draft, act, moment) => {
  const question = openQuestions(draft).find(({ id }) => id === act.actId);
  if (!question) throw new DomainError('approvals.question-answered', 'conflict');
  const post = postAsked(draft, moment, question.returnedTo ?? DRAFTER_POSITION, question.round);
  if (!post) throw new DomainError('approvals.not-asked', 'forbidden');
  const comment = words(act.answer, 'answer', 'approvals.answer-missing');
  const told = recorded(draft, moment, { kind: 'answered', post, comment }, { aboutActId: question.id });
  return after(draft, 'speak', [told], moment);
};

/** Whom a question was put to: the drafter, or a holder of the post at that place. */
function postAsked(draft: Draft, { by }: Moment, of: number, round: number): { id: string; name: string } | undefined {
  const isDrafter = by.staffId === draft.drafter.staffId;
  if (of === DRAFTER_POSITION || round !== draft.round) return isDrafter ? drafterPost(draft) : undefined;
  const asked = draft.steps.filter(({ position }) => position === of);
  return isDrafter ? undefined : by.posts.find(({ id }) => asked.some(({ postId }) => postId === id));
}

/** A paper with a note: added by the drafter, never replaced or removed; who acted before must acknowledge it. */
export const attach: Rule<'attach'> = (draft, act, moment) => {
  refuseUnlessDrafter(draft, moment.by);
  const comment = words(act.note, 'note', 'approvals.attachment-note-missing');
  const told = recorded(draft, moment, { kind: 'attached', post: drafterPost(draft), comment }, { items: [] });
  const attachments = [...draft.attachments, { ...act.file, actId: told.id }];
  return after(draft, 'arrange', [told], moment, { attachments });
};

export const acknowledge: Rule<'acknowledge'> = (draft, act, moment) => {
  const held = new Set(moment.by.posts.map(({ id }) => id));
  const mine = unacknowledged(draft).filter(
    ({ attachedActId, step }) => attachedActId === act.actId && held.has(step.postId),
  );
  if (mine.length === 0 || moment.by.staffId === draft.drafter.staffId) {
    throw new DomainError('approvals.nothing-to-acknowledge', 'conflict');
  }
  const acts = mine.map(({ step: { postId, postName, position } }) =>
    recorded(
      draft,
      moment,
      { kind: 'acknowledged', post: { id: postId, name: postName }, comment: '' },
      { aboutActId: act.actId, position, items: [] },
    ),
  );
  return after(draft, 'speak', acts, moment);
};

/** 後閲: the superior has seen what was done in absence. It undoes nothing; disagreement starts a new draft. */
export const review: Rule<'review'> = (draft, act, moment) => {
  const done = awaitingReview(draft).find(({ id }) => id === act.actId);
  const post = done && moment.by.posts.find(({ id }) => id === done.postId);
  if (!post || done.staffId === moment.by.staffId || moment.by.staffId === draft.drafter.staffId) {
    throw new DomainError('approvals.nothing-to-review', 'conflict');
  }
  const told = recorded(
    draft,
    moment,
    { kind: 'reviewed', post, comment: act.comment.trim() },
    { aboutActId: done.id },
  );
  return after(draft, 'look-back', [told], moment);
};

function postOnRoute(draft: Draft, { by }: Moment): Pick<HeldPost, 'id' | 'name'> {
  if (by.staffId === draft.drafter.staffId) return drafterPost(draft);
  const post = by.posts.find(({ id }) => draft.steps.some(({ postId }) => postId === id));
  if (!post) throw new DomainError('approvals.not-on-route', 'forbidden');
  return post;
}
