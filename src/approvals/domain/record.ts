import type { ErrorParams } from '../../kernel/domain-error.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import type { Moment } from './act.js';
import { DRAFT_MACHINE, type Draft, type DraftAct, type DraftAction, type DraftState } from './draft.js';
import { settled } from './standing.js';

interface Told {
  readonly kind: DraftAct['kind'];
  readonly post: { readonly id: string; readonly name: string };
  readonly comment: string;
}

/** An act as it is recorded: the rest of its columns are empty unless said. */
export function recorded(draft: Draft, moment: Moment, told: Told, more: Partial<DraftAct> = {}): DraftAct {
  return {
    id: moment.newId(),
    round: draft.round,
    position: null,
    kind: told.kind,
    postId: told.post.id,
    postName: told.post.name,
    staffId: moment.by.staffId,
    staffName: moment.by.name,
    actedAt: moment.now,
    actedOn: moment.today,
    comment: told.comment,
    returnedTo: null,
    joinedActId: null,
    aboutActId: null,
    cover: null,
    ownPostName: null,
    recordedBy: null,
    items: moment.cases.map(({ itemId, digest }) => ({ itemId, digest })),
    ...more,
  };
}

/** The draft with the acts, in the state that the action leads to; whoever waits, waits from now when the turn moved. */
export function after(
  draft: Draft,
  action: DraftAction,
  acts: readonly DraftAct[],
  moment: Moment,
  changed: Partial<Draft> = {},
): Draft {
  const state = stateAfter(draft, action);
  const next = settled({ ...draft, ...changed, state, acts: [...draft.acts, ...acts] });
  const moved = next.position !== draft.position || next.state !== draft.state || next.round !== draft.round;
  return moved ? { ...next, waitingSince: moment.now } : next;
}

export const stateAfter = (draft: Draft, action: DraftAction): DraftState =>
  nextState(DRAFT_MACHINE, 'approvals.not-possible', draft.state, action);

/** The words that an act needs, trimmed; a fault at the field where they are missing. */
export function words(text: string, pointer: string, code: string, params: ErrorParams = {}): string {
  const said = text.trim();
  if (said === '') throw DomainError.invalid([{ pointer, code, params }]);
  return said;
}

export const drafterPost = ({ drafter }: Draft): { id: string; name: string } => ({
  id: drafter.postId,
  name: drafter.postName,
});
