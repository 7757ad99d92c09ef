import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { DraftItemRow } from './draft-item-row.js';

/** Who has had to do with which draft. */
@Injectable()
export class DraftAccessStore {
  /** Of these drafts those that this person drafted or acted on, or on whose route (of any round) one of the posts stands. */
  async inHandOf(
    tx: Transaction,
    draftIds: readonly string[],
    { staffId, postIds }: { readonly staffId: string; readonly postIds: readonly string[] },
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `SELECT draft.id FROM drafts draft
        WHERE draft.id = ANY ($1)
          AND (draft.drafter_staff_id = $2
            OR EXISTS (SELECT FROM draft_steps step
                        WHERE step.municipality_id = draft.municipality_id AND step.draft_id = draft.id
                          AND step.post_id = ANY ($3))
            OR EXISTS (SELECT FROM approval_acts act
                        WHERE act.municipality_id = draft.municipality_id AND act.draft_id = draft.id
                          AND act.staff_id = $2))`,
      [[...draftIds], staffId, [...postIds]],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The drafts in which this case ever stood. */
  async ofSubject(tx: Transaction, subjectKind: string, subjectId: string): Promise<string[]> {
    const items = await tx.manager.findBy(DraftItemRow, { subjectKind, subjectId });
    return [...new Set(items.map(({ draftId }) => draftId))];
  }

  /** The cases that ever stood in this draft. */
  async subjectsOf(tx: Transaction, draftId: string): Promise<string[]> {
    return (await tx.manager.findBy(DraftItemRow, { draftId })).map(({ subjectId }) => subjectId);
  }
}
