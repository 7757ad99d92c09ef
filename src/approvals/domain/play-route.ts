import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Moment, Rule } from './act.js';
import { DRAFTER_POSITION, type Cover, type Draft, type DraftAct } from './draft.js';
import { excludedFrom } from './hall.js';
import { after, drafterPost, recorded, words } from './record.js';
import { refuseTied, refuseUnlessAsShown } from './shown-case.js';
import { settled, unacknowledged } from './standing.js';
import {
  approvalAlreadyGiven,
  refuseUnlessDrafter,
  stepsToActFor,
  stepsToDeputiseFor,
  type StepInHand,
} from './who-may-act.js';

const excluded = (draft: Draft, { cases }: Moment): ReadonlySet<string> => excludedFrom(draft, cases);

/** 承認, 同意 (合議) or, at the last post, 決裁. A repeated click changes nothing. */
export const approve: Rule<'approve'> = (draft, act, moment) => {
  if (approvalAlreadyGiven(draft, moment.by, act.step)) return draft;
  const steps = stepsToActFor(draft, moment.by, moment.hall, excluded(draft, moment), act.step);
  refuseTied(moment.cases, moment.by.staffId);
  refuseUnlessAsShown(moment.cases, act.shown);
  return advance(draft, joined(draft, moment, steps, 'approved', act.comment.trim()), moment);
};

/** 合議 that does not consent: its step counts as answered, its remark stands before whoever decides. */
export const differ: Rule<'differ'> = (draft, act, moment) => {
  const steps = stepsToActFor(draft, moment.by, moment.hall, excluded(draft, moment), act.step);
  if (steps.some(({ step }) => step.role !== 'consult')) throw new DomainError('approvals.only-consulted', 'conflict');
  refuseTied(moment.cases, moment.by.staffId);
  const comment = words(act.comment, 'difference', 'approvals.remark-missing');
  refuseUnlessAsShown(moment.cases, act.shown);
  return advance(draft, joined(draft, moment, steps, 'differed', comment), moment);
};

/** 代決: the named deputy acts for who is away. The superior looks at it afterwards (後閲). */
export const deputise: Rule<'deputise'> = (draft, act, moment) => {
  const steps = stepsToDeputiseFor(draft, moment.by, moment.hall, excluded(draft, moment), act.step);
  refuseTied(moment.cases, moment.by.staffId);
  refuseUnlessAsShown(moment.cases, act.shown);
  return advance(draft, joined(draft, moment, steps, 'approved', act.comment.trim()), moment);
};

/** One act, written for each post it stands for. */
function joined(
  draft: Draft,
  moment: Moment,
  steps: readonly StepInHand[],
  kind: 'approved' | 'differed',
  comment: string,
): DraftAct[] {
  const acts: DraftAct[] = [];
  for (const { step, cover } of steps) {
    const post = { id: step.postId, name: step.postName };
    const more = { position: step.position, joinedActId: acts[0]?.id ?? null, cover };
    acts.push(recorded(draft, moment, { kind, post, comment }, { ...more, ...ownPost(draft, moment, post.id, cover) }));
  }
  return acts;
}

/** From which post somebody acted for another: the one that the rule names, or the one whose turn came. */
function ownPost(
  draft: Draft,
  { by, hall }: Moment,
  postId: string,
  cover: Cover | null,
): Pick<DraftAct, 'ownPostName'> {
  if (cover === null) return { ownPostName: null };
  const deputy = hall.posts.get(postId)?.deputyPostId;
  const own =
    by.posts.find(({ id }) => (cover === 'passed' ? draft.steps.some((step) => step.postId === id) : id === deputy)) ??
    by.posts[0];
  return { ownPostName: own?.name ?? null };
}

/** The draft goes on; with its last step it is decided, unless a paper was added that somebody has not seen. */
function advance(draft: Draft, acts: readonly DraftAct[], moment: Moment, decided: Partial<Draft> = {}): Draft {
  const walked = settled({ ...draft, ...decided, acts: [...draft.acts, ...acts] });
  if (walked.position !== null) return after(draft, 'pass', acts, moment);
  const unseen = unacknowledged(walked);
  if (unseen.length > 0) {
    const posts = [...new Set(unseen.map(({ step }) => step.postName))].join('・');
    throw new DomainError('approvals.acknowledgement-missing', 'conflict', { posts });
  }
  const items = draft.items.map((item) => ({ ...item, running: false }));
  return after(draft, 'decide', acts, moment, { items, decidedOn: moment.today, ...decided });
}

/** 差戻し: the approvals from the chosen step on no longer stand, their record does. */
export const sendBack: Rule<'send-back'> = (draft, act, moment) => {
  const [first] = stepsToActFor(draft, moment.by, moment.hall, excluded(draft, moment), act.step);
  const own = first && ownStep(draft, moment, first);
  if (!own) throw new Error('no step to act for');
  const isBehind =
    act.to === DRAFTER_POSITION ||
    (draft.position !== null && act.to < draft.position && draft.steps.some(({ position }) => position === act.to));
  const comment = act.reason.trim();
  refuseWhenFaulty([
    ...(comment === '' ? [{ pointer: 'reason', code: 'approvals.send-back-reason-missing' }] : []),
    ...(isBehind ? [] : [{ pointer: 'toStep', code: 'approvals.send-back-target-missing' }]),
  ]);
  const told = recorded(
    draft,
    moment,
    { kind: 'sent-back', post: own.post, comment },
    { position: own.position, returnedTo: act.to },
  );
  return after(draft, act.to === DRAFTER_POSITION ? 'return' : 'send-back', [told], moment);
};

/** 却下: the draft ends undecided; a new one may cite it. Consulted posts differ, they do not reject. */
export const reject: Rule<'reject'> = (draft, act, moment) => {
  const steps = stepsToActFor(draft, moment.by, moment.hall, excluded(draft, moment), act.step);
  const own = steps.find(({ step, cover }) => cover === null && step.role === 'approve');
  if (!own) throw new DomainError('approvals.consulted-cannot-reject', 'forbidden');
  refuseTied(moment.cases, moment.by.staffId);
  const comment = words(act.reason, 'rejectionReason', 'approvals.rejection-reason-missing');
  const post = { id: own.step.postId, name: own.step.postName };
  const told = recorded(draft, moment, { kind: 'rejected', post, comment }, { position: own.step.position });
  return after(draft, 'reject', [told], moment, { items: ended(draft) });
};

/** 引戻し by the drafter, while none of the posts has acted in this round. */
export const pullBack: Rule<'pull-back'> = (draft, act, moment) => {
  refuseUnlessDrafter(draft, moment.by);
  const acted = draft.acts.find(({ round, position, kind }) => {
    return (
      round === draft.round && position !== null && (kind === 'approved' || kind === 'differed' || kind === 'sent-back')
    );
  });
  if (acted) throw new DomainError('approvals.next-has-acted', 'conflict', { post: acted.postName });
  const told = recorded(draft, moment, { kind: 'pulled-back', post: drafterPost(draft), comment: act.reason.trim() });
  return after(draft, 'pull-back', [told], moment);
};

/** 取下げ of a returned draft by its drafter. */
export const withdraw: Rule<'withdraw'> = (draft, act, moment) => {
  refuseUnlessDrafter(draft, moment.by);
  if (draft.state !== 'returned') throw new DomainError('approvals.not-returned', 'conflict');
  const comment = words(act.reason, 'reason', 'approvals.withdrawal-reason-missing');
  const told = recorded(draft, moment, { kind: 'withdrawn', post: drafterPost(draft), comment });
  return after(draft, 'withdraw', [told], moment, { items: ended(draft) });
};

/** 供覧, after the decision. */
export const read: Rule<'read'> = (draft, _act, moment) => {
  const held = new Set(moment.by.posts.map(({ id }) => id));
  const steps = draft.steps.filter(({ role, postId }) => role === 'inform' && held.has(postId));
  if (draft.state !== 'approved' || steps.length === 0) throw new DomainError('approvals.nothing-to-read', 'conflict');
  const acts = steps
    .filter(({ actId }) => actId === null)
    .map(({ postId, postName, position }) =>
      recorded(draft, moment, { kind: 'read', post: { id: postId, name: postName }, comment: '' }, { position }),
    );
  return acts.length === 0 ? draft : after(draft, 'look-back', acts, moment);
};

/** What was sealed on paper, entered by the drafter or another of the section together with the scan. */
export const seal: Rule<'seal'> = (draft, act, moment) => {
  if (draft.state !== 'circulating') throw new DomainError('approvals.not-possible', 'conflict');
  const post = moment.by.posts.find(({ duties }) => duties.includes('promotion'));
  if (!post) throw DomainError.forbidden();
  if (act.decidedOn < draft.draftedOn || act.decidedOn > moment.today) {
    throw DomainError.invalid([{ pointer: 'decidedOn', code: 'approvals.sealed-day-out-of-range' }]);
  }
  refuseUnlessAsShown(moment.cases, act.shown);
  const open = draft.steps.filter(({ role, actId }) => role !== 'inform' && actId === null);
  const acts = open.map((step) => {
    const sealed = act.seals.find(({ ordinal }) => ordinal === step.ordinal);
    const pointer = `seals[step${String(step.ordinal)}]`;
    const holders = moment.hall.posts.get(step.postId);
    const sealers = sealed?.asDeputy ? moment.hall.posts.get(holders?.deputyPostId ?? '') : holders;
    if (!sealed || !sealers?.holderIds.includes(sealed.staffId)) {
      throw DomainError.invalid([{ pointer, code: 'approvals.seal-missing', params: { post: step.postName } }]);
    }
    if (excluded(draft, moment).has(sealed.staffId)) {
      const params = { post: step.postName, name: sealed.name };
      throw DomainError.invalid([{ pointer, code: 'approvals.sealed-by-excluded', params }]);
    }
    if (sealed.asDeputy && draft.marks.length > 0) {
      throw DomainError.invalid([{ pointer, code: 'approvals.deputy-barred', params: { post: step.postName } }]);
    }
    const told = { kind: 'approved' as const, post: { id: step.postId, name: step.postName }, comment: '' };
    return recorded(draft, moment, told, {
      position: step.position,
      staffId: sealed.staffId,
      staffName: sealed.name,
      actedOn: act.decidedOn,
      cover: sealed.asDeputy ? 'absent' : null,
      recordedBy: moment.by.name,
    });
  });
  const attached = recorded(draft, moment, { kind: 'sealed', post, comment: '押印した起案用紙' }, { items: [] });
  const attachments = [...draft.attachments, { ...act.scan, actId: attached.id }];
  return advance(draft, [attached, ...acts], moment, { attachments, decidedOn: act.decidedOn });
};

const ended = (draft: Draft): Draft['items'] => draft.items.map((item) => ({ ...item, running: false }));

/** The person's own step of those in hand, for acts that are no approval. */
function ownStep(
  draft: Draft,
  moment: Moment,
  first: StepInHand,
): { position: number; post: { id: string; name: string } } {
  const held = new Set(moment.by.posts.map(({ id }) => id));
  const own = draft.steps.find(({ postId, actId }) => actId === null && held.has(postId)) ?? first.step;
  return { position: own.position, post: { id: own.postId, name: own.postName } };
}
