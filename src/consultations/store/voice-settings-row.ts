import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('voice_settings')
export class VoiceSettingsRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @Column({ type: 'integer' })
  answerDays!: number;

  @Column({ type: 'integer' })
  retentionDays!: number;

  @Column({ type: 'jsonb' })
  topics!: readonly string[];

  @Column({ type: 'text' })
  invitation!: string;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'integer' })
  version!: number;
}
