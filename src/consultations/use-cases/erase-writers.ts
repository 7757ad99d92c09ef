import { Injectable } from '@nestjs/common';
import { addDays } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { MayorLetterStore } from '../store/mayor-letter.store.js';
import { PublicCommentStore } from '../store/public-comment.store.js';
import { VoiceSettingsStore } from '../store/voice-settings.store.js';

/** Erases names and addresses of those who wrote, once the town no longer needs them. */
@Injectable()
export class EraseWriters {
  constructor(
    private readonly letters: MayorLetterStore,
    private readonly comments: PublicCommentStore,
    private readonly settings: VoiceSettingsStore,
  ) {}

  async execute(tx: Transaction): Promise<void> {
    const { retentionDays } = await this.settings.read(tx);
    const day = addDays(tx.today, -retentionDays);
    const letters = await this.letters.eraseClosedBefore(tx, day);
    const comments = await this.comments.eraseEndedBefore(tx, day);
    if (letters + comments === 0) return;
    const subject = { subjectKind: 'voice-settings', subjectId: tx.municipalityId };
    tx.audit({ action: 'voices.writers-erased', ...subject, detail: { letters, comments } });
  }
}
