import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { ActKind, Draft } from '../domain/draft.js';
import type { ShownContent } from '../domain/shown-case.js';
import { ApprovalActItemRow } from './approval-act-item-row.js';
import { ApprovalActRow } from './approval-act-row.js';
import { ShownContentRow } from './shown-content-row.js';

/** An act before it is recorded; person, time and town come from the transaction. */
export interface NewAct {
  readonly kind: ActKind;
  readonly round: number;
  readonly position: number | null;
  readonly post: { readonly id: string; readonly name: string };
  readonly staff: { readonly staffId: string; readonly name: string };
  readonly comment: string;
  readonly returnedTo?: number;
  readonly joinedActId?: string;
  /** What was shown, by item. */
  readonly shown: readonly { readonly itemId: string; readonly digest: string }[];
}

/** The trail: acts, and the contents that were shown. Rows are only ever added. */
@Injectable()
export class ActStore {
  /** Keeps what was shown under its digest; the table checks that the one is the hash of the other. */
  async keep(tx: Transaction, contents: readonly { digest: string; content: string }[]): Promise<void> {
    for (const { digest, content } of contents) {
      await tx.query(
        `INSERT INTO shown_contents (municipality_id, digest, content, kept_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (municipality_id, digest) DO NOTHING`,
        [tx.municipalityId, digest, content, tx.now],
      );
    }
  }

  async contents(tx: Transaction, digests: readonly string[]): Promise<Map<string, ShownContent>> {
    const rows = await tx.manager.findBy(ShownContentRow, { digest: In([...new Set(digests)]) });
    return new Map(rows.map(({ digest, content }) => [digest, JSON.parse(content) as ShownContent]));
  }

  async record(tx: Transaction, draftId: Draft['id'], act: NewAct): Promise<string> {
    const id = randomUUID();
    await tx.manager.insert(ApprovalActRow, {
      municipalityId: tx.municipalityId,
      id,
      draftId,
      round: act.round,
      position: act.position,
      kind: act.kind,
      postId: act.post.id,
      postName: act.post.name,
      staffId: act.staff.staffId,
      staffName: act.staff.name,
      actedAt: tx.now,
      actedOn: tx.today,
      comment: act.comment,
      returnedTo: act.returnedTo ?? null,
      joinedActId: act.joinedActId ?? null,
    });
    await tx.manager.insert(
      ApprovalActItemRow,
      act.shown.map(({ itemId, digest }) => ({ municipalityId: tx.municipalityId, actId: id, itemId, digest })),
    );
    return id;
  }
}
