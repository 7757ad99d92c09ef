import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { SubmittedContent } from '../domain/submission.js';

@Entity('application_submissions')
export class ApplicationSubmissionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'timestamptz' })
  submittedAt!: Date;

  @Column({ type: 'text' })
  submittedBy!: string;

  @Column({ type: 'text' })
  submittedByAccount!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'jsonb' })
  content!: SubmittedContent;
}
