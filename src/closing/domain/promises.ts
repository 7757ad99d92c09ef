import { ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Difference } from './books.js';

/** What an adopted proposal may hold of a line at most. */
export interface PromiseInBooks {
  readonly id: string;
  readonly lineId: string;
  readonly amount: Yen;
}

/** What the ledger holds for one proposal. */
export interface HeldByProposal {
  readonly proposalId: string;
  readonly label: string;
  readonly lineId: string;
  readonly reserved: Yen;
}

/** 予算の確保 of adoptions: each holds no more than it was adopted with, and nothing once its application is decided. */
export function promiseDifferences(
  held: readonly HeldByProposal[],
  promises: readonly PromiseInBooks[],
): readonly Difference[] {
  return held.flatMap(({ proposalId, label, lineId, reserved }) => {
    const promise = promises.find((each) => each.id === proposalId && each.lineId === lineId);
    const most = promise?.amount ?? ZERO_YEN;
    if (reserved <= most) return [];
    return [
      {
        ...{ matter: 'reserved' as const, lineId, subject: { kind: 'proposal', id: proposalId, label } },
        ...{
          left: { book: 'ledger' as const, amount: reserved },
          right: { book: 'proposals' as const, amount: most },
        },
      },
    ];
  });
}
