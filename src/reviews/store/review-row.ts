import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LineAssessment } from '../domain/assessment.js';
import type { DraftPoint, ManualAnswer } from '../domain/review.js';

@Entity('reviews')
export class ReviewRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'jsonb' })
  answers!: readonly ManualAnswer[];

  @Column({ type: 'jsonb' })
  points!: readonly DraftPoint[];

  @Column({ type: 'jsonb' })
  assessments!: readonly LineAssessment[];

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;

  @Column({ type: 'text' })
  changedBy!: string;
}
