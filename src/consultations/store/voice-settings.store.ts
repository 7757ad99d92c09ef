import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { SAMPLE_SETTINGS, type VoiceSettings } from '../domain/voice-settings.js';
import { VoiceSettingsRow } from './voice-settings-row.js';

/** One row a town, once it has saved its own. */
@Injectable()
export class VoiceSettingsStore {
  async read(tx: Transaction): Promise<VoiceSettings> {
    const row = await tx.manager.findOneBy(VoiceSettingsRow, { municipalityId: tx.municipalityId });
    if (!row) return SAMPLE_SETTINGS;
    const { municipalityId: _town, ...settings } = row;
    return settings;
  }

  /** Throws stale when somebody else has saved since `version` was read. */
  async save(tx: Transaction, { version, ...settings }: VoiceSettings): Promise<void> {
    const values = { ...settings, topics: [...settings.topics] };
    if (version === 0) {
      const found = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(VoiceSettingsRow)
        .values({ ...values, version: 1, municipalityId: tx.municipalityId })
        .orIgnore()
        .returning('version')
        .execute();
      if ((found.raw as unknown[]).length === 0) throw DomainError.stale();
      return;
    }
    const where = { municipalityId: tx.municipalityId, version };
    const { affected } = await tx.manager.update(VoiceSettingsRow, where, { ...values, version: version + 1 });
    if (affected !== 1) throw DomainError.stale();
  }
}
