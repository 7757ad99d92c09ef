import { formatEra } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import type { GrantView } from '../../grants/index.js';
import type { PresentedSubject } from '../../approvals/index.js';
import type { MovedAmount } from '../domain/threshold.js';
import type { Change } from '../store/grant-change.store.js';
import { movedBetween } from './amendment-drafts.js';

/** What an approver needs to know besides amount, working, changes and budget. */
export function factsOf(grant: GrantView, change: Change): PresentedSubject['facts'] {
  return [
    { label: 'いまの交付決定額', value: formatYen(change.beforeAmount) },
    ...(change.kind === 'revocation' ? revocationFacts(change) : requestFacts(change)),
    ...(change.kind === 'amendment' ? amendmentFacts(grant, change) : []),
    ...(change.kind === 'discontinuation' ? discontinuationFacts(change) : []),
    ...(change.decisionReason === ''
      ? []
      : [{ label: change.outcome === 'refused' ? '不承認の理由' : '減額の理由', value: change.decisionReason }]),
  ];
}

const requestFacts = ({ receivedNumber, receivedOn, reason }: Change): PresentedSubject['facts'] => [
  { label: '収受番号・収受日', value: `${receivedNumber ?? ''}　${receivedOn ? formatEra(receivedOn) : ''}` },
  { label: '申請の理由', value: reason },
];

const amendmentFacts = (
  grant: GrantView,
  { previous, sent, askedAmount, increase }: Change,
): PresentedSubject['facts'] => [
  ...(askedAmount === null ? [] : [{ label: '申請した変更後の額', value: formatYen(askedAmount) }]),
  { label: '増額', value: increase ? '求める' : '求めない' },
  ...(previous && sent ? movedBetween(grant.document.changes, previous, sent) : [])
    .filter(({ over }) => over)
    .map((moved) => ({ label: `承認が要る変更（${moved.label}）`, value: movedInWords(moved) })),
];

/** `300,000円から200,000円（20％を超える変更）`. */
export const movedInWords = ({ before, after, percent }: MovedAmount): string =>
  `${formatYen(before)}から${formatYen(after)}${percent === null ? '' : `（${String(percent)}％を超える変更）`}`;

const discontinuationFacts = ({ effectiveOn, spentAmount }: Change): PresentedSubject['facts'] => [
  { label: '中止・廃止の日', value: effectiveOn ? formatEra(effectiveOn) : '' },
  { label: 'これまでに使った額', value: spentAmount === null ? '' : formatYen(spentAmount) },
];

const revocationFacts = (change: Change): PresentedSubject['facts'] => [
  { label: '取消しの理由', value: change.reason },
  { label: '団体の責め', value: change.recipientAtFault ? 'あり' : 'なし' },
  {
    label: '弁明',
    value: `${change.heardOn ? formatEra(change.heardOn) : ''}　${change.hearing}`,
  },
];
