import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side } from '../../kernel/actor.js';
import type { StepRole } from '../domain/draft.js';

@Entity('draft_steps')
export class DraftStepRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  draftId!: string;

  @PrimaryColumn({ type: 'integer' })
  round!: number;

  @PrimaryColumn({ type: 'integer' })
  ordinal!: number;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'uuid' })
  postId!: string;

  @Column({ type: 'text' })
  postName!: string;

  @Column({ type: 'text' })
  side!: Side;

  @Column({ type: 'text' })
  role!: StepRole;

  @Column({ type: 'uuid', nullable: true })
  actId!: string | null;
}
