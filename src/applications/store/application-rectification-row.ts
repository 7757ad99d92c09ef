import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Replacement } from '../domain/rectification.js';

@Entity('application_rectifications')
export class ApplicationRectificationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  applicationId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  pointer!: string;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text' })
  before!: string;

  @Column({ type: 'text' })
  after!: string;

  @Column({ type: 'jsonb' })
  replacement!: Replacement;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  rectifiedAt!: Date;

  @Column({ type: 'text' })
  rectifiedBy!: string;
}
