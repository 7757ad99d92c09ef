import { Column, Entity } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import { PublicationColumns } from './publication-columns.js';

@Entity('record_meetings')
export class MeetingRow extends PublicationColumns {
  @Column({ type: 'uuid' })
  seriesId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'date' })
  heldOn!: LocalDate;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;
}
