import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

/** A post whose end is decided and has not come yet. */
@Entity('planned_abolitions')
export class PlannedAbolitionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  postId!: string;

  @Column({ type: 'date' })
  abolishedOn!: LocalDate;

  @Column({ type: 'uuid' })
  successorPostId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'uuid' })
  decidedByStaffId!: string;

  @Column({ type: 'text' })
  decidedByName!: string;

  @Column({ type: 'uuid' })
  decidedByPostId!: string;

  @Column({ type: 'timestamptz' })
  decidedAt!: Date;
}
