import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Draft, DraftAct, DraftAttachment } from '../domain/draft.js';
import type { ShownContent } from '../domain/shown-case.js';
import { ApprovalActItemRow } from './approval-act-item-row.js';
import { ApprovalActRow } from './approval-act-row.js';
import { DraftAttachmentRow } from './draft-attachment-row.js';
import { ShownContentRow } from './shown-content-row.js';

/** The trail: acts, the contents that were shown, and papers. Rows are only ever added. */
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

  /** What was shown must be kept before. */
  async record(tx: Transaction, draftId: Draft['id'], { items, ...act }: DraftAct): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(ApprovalActRow, { ...act, draftId, municipalityId });
    if (items.length === 0) return;
    await tx.manager.insert(
      ApprovalActItemRow,
      items.map((item) => ({ ...item, actId: act.id, municipalityId })),
    );
  }

  async attach(tx: Transaction, draftId: Draft['id'], attachment: DraftAttachment): Promise<void> {
    await tx.manager.insert(DraftAttachmentRow, { ...attachment, draftId, municipalityId: tx.municipalityId });
  }
}
