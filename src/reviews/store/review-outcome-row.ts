import { Column, Entity, PrimaryColumn } from 'typeorm';
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

  @Column({ type: 'timestamptz' })
  madeAt!: Date;

  @Column({ type: 'text' })
  madeBy!: string;
}
