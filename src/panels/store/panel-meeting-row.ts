import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { MeetingState } from '../domain/meeting.js';
import type { SeatedMember } from '../domain/panel.js';

@Entity('panel_meetings')
export class PanelMeetingRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  panelId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'date' })
  heldOn!: LocalDate;

  @Column({ type: 'text', nullable: true })
  startsAt!: string | null;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'integer', nullable: true })
  talkMinutes!: number | null;

  @Column({ type: 'integer', nullable: true })
  questionMinutes!: number | null;

  @Column({ type: 'text' })
  state!: MeetingState;

  @Column({ type: 'uuid', array: true })
  absent!: string[];

  @Column({ type: 'jsonb', nullable: true })
  seated!: readonly SeatedMember[] | null;

  @Column({ type: 'text' })
  minutes!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid' })
  requestId!: string;
}
