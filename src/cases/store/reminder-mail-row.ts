import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

/** 締切のお知らせ of one day to one organisation. */
@Entity('reminder_mails')
export class ReminderMailRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'date' })
  day!: LocalDate;

  @Column({ type: 'uuid', array: true })
  caseIds!: string[];
}
