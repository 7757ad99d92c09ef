import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Assessment } from '../domain/assessment.js';
import type { ReviewItem, ReviewOutcomeKind } from '../domain/review.js';

@Entity('review_outcomes')
export class ReviewOutcomeRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  outcome!: ReviewOutcomeKind;

  @Column({ type: 'jsonb' })
  items!: readonly ReviewItem[];

  /** null of a return, and of what passed before lines were assessed. */
  @Column({ type: 'jsonb', nullable: true })
  assessment!: Assessment | null;

  @Column({ type: 'timestamptz' })
  madeAt!: Date;

  @Column({ type: 'text' })
  madeBy!: string;
}
