import type { SupportYear } from '../../applications/index.js';
import { numberInWords, type ProposalView } from '../../proposals/index.js';
import type { Verification } from '../../verifications/index.js';
import { Notice } from './feedback.js';
import { earlierInWords } from './verification-words.js';

/** Where a project comes from: the adopted proposal, and what was decided of it in the years before. */
export interface ProjectOrigin {
  readonly proposal: ProposalView | null;
  readonly earlier: readonly Verification[];
  /** null where the amount does not depend on it. */
  readonly support: SupportYear | null;
}

/** `企画提案第3号「…」`. */
export const proposalName = ({ number, title }: Pick<ProposalView, 'number' | 'title'>): string =>
  `企画提案${numberInWords(number)}「${title}」`;

/** Told to who applies and to who checks it; nothing where there is neither. */
export function OriginNotice({
  origin: { proposal, earlier },
  hrefOf,
}: {
  origin: ProjectOrigin;
  /** The page of a verification at this desk. */
  hrefOf: (verificationId: string) => string;
}) {
  if (!proposal && earlier.length === 0) return null;
  return (
    <Notice tone="info" title={proposal ? '採択された企画提案からの申請です' : '前の年度の検証があります'}>
      {proposal && (
        <p>
          {proposalName(proposal)}（{proposal.callTitle}）
        </p>
      )}
      {earlier.length > 0 && (
        <ul>
          {earlier.map((each) => (
            <li key={each.id}>
              <a href={hrefOf(each.id)}>{earlierInWords(each)}</a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
