import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { settingsFaults, topicsIn, type VoiceSettings } from '../domain/voice-settings.js';
import { VoiceSettingsStore } from '../store/voice-settings.store.js';

export interface SaveVoiceSettingsCommand extends Omit<VoiceSettings, 'topics'> {
  /** One a line. */
  readonly topics: string;
}

/** What a town decides about letters and comments. */
@Injectable()
export class VoiceSettingsDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: VoiceSettingsStore,
  ) {}

  /** For everyone: the public pages tell it. */
  read(actor: Actor): Promise<VoiceSettings> {
    return this.unitOfWork.read(actor, (tx) => this.store.read(tx));
  }

  /** Faults at the fields; stale when somebody else has saved since. */
  save(actor: Actor, command: SaveVoiceSettingsCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const { invitation, basis } = command;
    const settings = {
      ...command,
      topics: topicsIn(command.topics),
      invitation: invitation.trim(),
      basis: basis.trim(),
    };
    refuseWhenFaulty(settingsFaults(settings));
    return this.unitOfWork.run(actor, async (tx) => {
      await this.store.save(tx, settings);
      const { answerDays, retentionDays } = settings;
      const subject = { subjectKind: 'voice-settings', subjectId: tx.municipalityId };
      tx.audit({ action: 'voice-settings.saved', ...subject, detail: { answerDays, retentionDays } });
    });
  }
}
