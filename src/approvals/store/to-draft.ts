import { fiscalYear } from '../../kernel/fiscal-year.js';
import { draftNumber } from '../domain/draft-number.js';
import type { Draft, DraftAct, DraftItem, DraftStep } from '../domain/draft.js';
import type { ApprovalActItemRow } from './approval-act-item-row.js';
import type { ApprovalActRow } from './approval-act-row.js';
import type { DraftAttachmentRow } from './draft-attachment-row.js';
import type { DraftItemRow } from './draft-item-row.js';
import type { DraftRoundRow } from './draft-round-row.js';
import type { DraftRow } from './draft-row.js';
import type { DraftStepRow } from './draft-step-row.js';

export const numberOf = (row: Pick<DraftRow, 'fiscalYear' | 'number'>): string =>
  draftNumber(fiscalYear(row.fiscalYear), row.number);

interface DraftParts {
  readonly steps: readonly DraftStepRow[];
  readonly items: readonly DraftItemRow[];
  readonly acts: readonly ApprovalActRow[];
  readonly shown: readonly ApprovalActItemRow[];
  readonly attachments: readonly DraftAttachmentRow[];
}

export const toDraft = (
  row: DraftRow,
  round: DraftRoundRow,
  { steps, items, acts, shown, attachments }: DraftParts,
): Draft => ({
  id: row.id,
  number: numberOf(row),
  kind: row.kind,
  title: row.title,
  reason: row.reason,
  state: row.state,
  round: row.round,
  position: row.position,
  drafter: {
    staffId: row.drafterStaffId,
    name: row.drafterName,
    postId: row.drafterPostId,
    postName: row.drafterPostName,
  },
  marks: row.marks,
  carried: row.carried,
  citesDraftId: row.citesDraftId,
  draftedOn: row.draftedOn,
  decidedOn: row.decidedOn,
  waitingSince: row.waitingSince,
  authorityBasis: round.authorityBasis,
  authorityAmount: round.authorityAmount,
  steps: steps.map(toStep),
  items: items.map(toItem),
  acts: acts.map((act) => toAct(act, shown)),
  attachments: attachments.map(({ municipalityId: _town, draftId: _draft, ...file }) => file),
});

const toStep = ({ municipalityId: _town, draftId: _draft, round: _round, ...step }: DraftStepRow): DraftStep => step;

const toItem = ({ municipalityId: _town, draftId: _draft, ...item }: DraftItemRow): DraftItem => item;

const toAct = (
  { municipalityId: _town, draftId: _draft, sequence: _sequence, ...act }: ApprovalActRow,
  shown: readonly ApprovalActItemRow[],
): DraftAct => ({
  ...act,
  items: shown.filter(({ actId }) => actId === act.id).map(({ itemId, digest }) => ({ itemId, digest })),
});
