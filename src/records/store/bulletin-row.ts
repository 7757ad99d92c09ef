import { Column, Entity } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import { PublicationColumns } from './publication-columns.js';

@Entity('bulletins')
export class BulletinRow extends PublicationColumns {
  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'date' })
  day!: LocalDate;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'date' })
  shownFrom!: LocalDate;

  @Column({ type: 'date', nullable: true })
  shownUntil!: LocalDate | null;
}
