import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { itemsOf, type Draft } from '../domain/draft.js';
import { DraftDesk } from './draft-desk.js';

/** A draft as the list showed it: what its cases were drafted as, and the position that waited. */
export interface ShownLine {
  readonly draftId: string;
  readonly fingerprint: string;
  readonly step: number;
}

/** What became of one draft of a batch; a refused one says why. */
export interface BatchOutcome {
  readonly draftId: string;
  readonly state: Draft['state'] | null;
  readonly refusal: DomainError | null;
}

/**
 * Approves several drafts as their list showed them, each for itself: one that is refused leaves the others alone, and
 * none is passed over in silence. Fault at `drafts`.
 */
@Injectable()
export class ApproveBatch {
  constructor(private readonly desk: DraftDesk) {}

  async execute(actor: Actor, lines: readonly ShownLine[]): Promise<BatchOutcome[]> {
    refuseWhenFaulty(lines.length === 0 ? [{ pointer: 'drafts', code: 'approvals.nothing-chosen' }] : []);
    const outcomes: BatchOutcome[] = [];
    for (const line of lines) outcomes.push(await this.approve(actor, line));
    return outcomes;
  }

  private async approve(actor: Actor, { draftId, fingerprint, step }: ShownLine): Promise<BatchOutcome> {
    try {
      const { state } = await this.desk.actWith(actor, draftId, (_tx, draft) => {
        if (fingerprintOf(draft) !== fingerprint) {
          throw new DomainError('approvals.changed-since-listed', 'stale');
        }
        const shown = Object.fromEntries(itemsOf(draft).map(({ id, digest }) => [id, digest]));
        return Promise.resolve({ act: { kind: 'approve', shown, comment: '', step } });
      });
      return { draftId, state, refusal: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { draftId, state: null, refusal: error };
    }
  }
}

/** Stands for all that the cases of a draft were drafted as; the list carries it. */
const fingerprintOf = (draft: Draft): string =>
  itemsOf(draft)
    .map(({ digest }) => digest.slice(0, 12))
    .join('.');
