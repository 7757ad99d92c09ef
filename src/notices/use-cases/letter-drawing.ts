import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { drawLetter } from '../../platform/pdf/index.js';
import { letterMachine } from '../domain/letter-state.js';
import { printedLetter, type LetterCheck } from '../domain/letter-sheet.js';
import type { LetterRow } from '../store/letter-row.js';
import { LetterStore } from '../store/letter.store.js';

/** Draws issued letters. A letter is drawn once: asked again, nothing happens. */
@Injectable()
export class LetterDrawing {
  constructor(
    private readonly store: LetterStore,
    private readonly files: FileStore,
    private readonly municipalities: Municipalities,
    private readonly config: AppConfig,
  ) {}

  /**
   * Bytes and hash are kept in the transaction that says the letter is drawn; announces LetterDrawn. A letter whose
   * words cannot be drawn is marked failed with the reason, for staff to see; other faults throw and are tried again.
   */
  async draw(tx: Transaction, letterId: string): Promise<void> {
    const row = await this.store.findForUpdate(tx, letterId);
    if (!('draw' in letterMachine[row.state])) return;
    const bytes = await draw(row, await this.checkOf(tx, row));
    if ('failure' in bytes) {
      await this.store.change(tx, letterId, { state: 'failed', failure: bytes.failure });
      return;
    }
    const { sha256, size } = await this.files.put(tx, { bytes, mediaType: 'application/pdf' });
    await this.store.change(tx, letterId, { state: 'drawn', drawnAt: tx.now, sha256, size, failure: null });
    tx.announce({
      type: 'LetterDrawn',
      subjectId: letterId,
      ...(row.organizationId === null ? {} : { organizationId: row.organizationId }),
      data: { kind: row.kind, delivery: row.delivery },
    });
  }

  private async checkOf(tx: Transaction, { checkCode }: LetterRow): Promise<LetterCheck | undefined> {
    if (checkCode === null) return undefined;
    const { slug } = await this.municipalities.of(tx);
    return { code: checkCode, page: new URL(`/${slug}/check`, this.config.publicUrl).href };
  }
}

/** The document says it was made at the moment of its issue, so that a second drawing gives the same bytes. */
async function draw(row: LetterRow, check?: LetterCheck): Promise<Buffer | { failure: string }> {
  try {
    return await drawLetter(printedLetter(row.content, row.number, row.issuedOn, check), row.issuedAt);
  } catch (error) {
    return { failure: error instanceof Error ? error.message.slice(0, 200) : 'unknown' };
  }
}
