import { fiscalYear } from '../../kernel/fiscal-year.js';
import { draftNumber } from '../domain/draft-number.js';
import type { Draft, DraftAct, DraftItem, DraftStep } from '../domain/draft.js';
import type { ApprovalActRow } from './approval-act-row.js';
import type { DraftItemRow } from './draft-item-row.js';
import type { DraftRoundRow } from './draft-round-row.js';
import type { DraftRow } from './draft-row.js';
import type { DraftStepRow } from './draft-step-row.js';

export const numberOf = (row: Pick<DraftRow, 'fiscalYear' | 'number'>): string =>
  draftNumber(fiscalYear(row.fiscalYear), row.number);

export const toDraft = (
  row: DraftRow,
  round: DraftRoundRow,
  steps: readonly DraftStepRow[],
  items: readonly DraftItemRow[],
  acts: readonly ApprovalActRow[],
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
  draftedOn: row.draftedOn,
  decidedOn: row.decidedOn,
  waitingSince: row.waitingSince,
  authorityBasis: round.authorityBasis,
  authorityAmount: round.authorityAmount,
  steps: steps.map(toStep),
  items: items.map(toItem),
  acts: acts.map(toAct),
});

const toStep = ({ position, postId, postName, side, role, actId }: DraftStepRow): DraftStep => ({
  position,
  postId,
  postName,
  side,
  role,
  actId,
});

const toItem = ({ municipalityId: _town, draftId: _draft, ...item }: DraftItemRow): DraftItem => item;

const toAct = ({ municipalityId: _town, draftId: _draft, sequence: _sequence, ...act }: ApprovalActRow): DraftAct =>
  act;
