import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Outcome } from '../domain/opinion-group.js';

@Entity('opinion_groups')
export class OpinionGroupRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  consultationId!: string;

  @Column({ type: 'integer' })
  ordinal!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  summary!: string;

  @Column({ type: 'text' })
  townView!: string;

  @Column({ type: 'text', nullable: true })
  outcome!: Outcome | null;

  @Column({ type: 'text' })
  change!: string;

  @Column({ type: 'integer' })
  version!: number;
}
