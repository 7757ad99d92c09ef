import { DomainError } from '../../kernel/domain-error.js';
import type { Act, Moment } from './act.js';
import { DRAFTER_POSITION, itemsOf, type Draft, type DraftAct, type DraftStep } from './draft.js';
import { excludedFrom } from './hall.js';
import { play } from './play.js';
import { awaitingReview, openQuestions, unacknowledged, waitingSteps } from './standing.js';
import { stepsToActFor } from './who-may-act.js';

/** What the person looking at the page may do with the draft: whatever `play` would not refuse now. */
export interface MyPart {
  readonly mayApprove: boolean;
  /** 合議: a remark instead of consent. */
  readonly mayDiffer: boolean;
  /** 代決. */
  readonly mayDeputise: boolean;
  readonly maySendBack: boolean;
  readonly mayReject: boolean;
  readonly mayAsk: boolean;
  readonly mayHold: boolean;
  readonly mayRemark: boolean;
  readonly mayAttach: boolean;
  /** 引戻し. */
  readonly mayPullBack: boolean;
  /** Changed cases can be put before the posts again. */
  readonly mayRecast: boolean;
  /** The drafter of a returned draft resubmits or withdraws it. */
  readonly mayResubmit: boolean;
  /** 供覧. */
  readonly mayRead: boolean;
  readonly toAnswer: readonly DraftAct[];
  /** Papers that were added after the person's post had acted. */
  readonly toAcknowledge: readonly DraftAct[];
  /** 後閲. */
  readonly toReview: readonly DraftAct[];
  /** The step that an act from this page is meant for. */
  readonly step: number | null;
  /** The posts for which the act would stand. */
  readonly posts: readonly string[];
  /** The act would be the decision 決裁. */
  readonly decides: boolean;
  /** Why the person whose turn it seems to be may not approve. */
  readonly refusal: DomainError | null;
}

export const NOTHING_TO_DO: MyPart = {
  mayApprove: false,
  mayDiffer: false,
  mayDeputise: false,
  maySendBack: false,
  mayReject: false,
  mayAsk: false,
  mayHold: false,
  mayRemark: false,
  mayAttach: false,
  mayPullBack: false,
  mayRecast: false,
  mayResubmit: false,
  mayRead: false,
  toAnswer: [],
  toAcknowledge: [],
  toReview: [],
  step: null,
  posts: [],
  decides: false,
  refusal: null,
};

export function partOf(draft: Draft, moment: Moment): MyPart {
  const tried = (act: Act): Draft | DomainError => attempt(() => play(draft, act, moment));
  const may = (act: Act): boolean => {
    const played = tried(act);
    return !(played instanceof DomainError) && played !== draft;
  };
  const comment = '可';
  const reason = comment;
  const step = draft.position ?? 0;
  const shown = Object.fromEntries(moment.cases.map(({ itemId, digest }) => [itemId, digest]));
  const approved = tried({ kind: 'approve', shown, comment, step });
  const deputised = tried({ kind: 'deputise', shown, comment, step });
  const mayDeputise = !(deputised instanceof DomainError);
  const mayApprove = !(approved instanceof DomainError) && approved !== draft;
  const decided = mayApprove ? approved : mayDeputise ? deputised : null;
  const turn = attempt(() => stepsToActFor(draft, moment.by, moment.hall, excludedFrom(draft, moment.cases), step));
  const [first] = itemsOf(draft);
  return {
    mayApprove,
    mayDiffer: may({ kind: 'differ', shown, comment, step }),
    mayDeputise,
    maySendBack: may({ kind: 'send-back', to: DRAFTER_POSITION, reason, step }),
    mayReject: may({ kind: 'reject', reason, step }),
    mayAsk: may({ kind: 'ask', of: DRAFTER_POSITION, question: reason, step }),
    mayHold: first !== undefined && may({ kind: 'hold', itemIds: [first.id], keepReservation: true, reason }),
    mayRemark: may({ kind: 'remark', comment }),
    mayAttach: may({ kind: 'attach', note: comment, file: NO_FILE }),
    mayPullBack: may({ kind: 'pull-back', reason }),
    mayRecast: may({ kind: 'recast', comment }),
    mayResubmit: draft.state === 'returned' && draft.drafter.staffId === moment.by.staffId,
    mayRead: may({ kind: 'read' }),
    toAnswer: openQuestions(draft).filter(({ id }) => may({ kind: 'answer', actId: id, answer: comment })),
    toAcknowledge: draft.acts.filter(
      ({ id, kind }) =>
        kind === 'attached' &&
        unacknowledged(draft).some(({ attachedActId }) => attachedActId === id) &&
        may({ kind: 'acknowledge', actId: id }),
    ),
    toReview: awaitingReview(draft).filter(({ id }) => may({ kind: 'review', actId: id, comment })),
    step: turn instanceof DomainError && !mayDeputise ? null : draft.position,
    posts: turn instanceof DomainError ? waitingSteps(draft).map(nameOf) : turn.map((each) => nameOf(each.step)),
    decides: decided !== null && decided.state === 'approved',
    refusal: approved instanceof DomainError && isMyTurn(draft, moment) ? approved : null,
  };
}

const NO_FILE = { name: '', sha256: '', size: 0, mediaType: '' };
const nameOf = ({ postName }: DraftStep): string => postName;

/** The draft waits for one of the person's posts, whether or not the person may act. */
const isMyTurn = (draft: Draft, { by }: Moment): boolean =>
  waitingSteps(draft).some(({ postId }) => by.posts.some(({ id }) => id === postId));

function attempt<T>(act: () => T): T | DomainError {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
