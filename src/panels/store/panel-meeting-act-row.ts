import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingActKind } from '../domain/meeting.js';

@Entity('panel_meeting_acts')
export class PanelMeetingActRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'bigint', insert: false })
  id!: string;

  @Column({ type: 'uuid' })
  meetingId!: string;

  @Column({ type: 'text' })
  kind!: MeetingActKind;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  madeAt!: Date;

  @Column({ type: 'text' })
  madeBy!: string;
}
