import { Column, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { MoveState } from '../domain/line-move.js';

/** What a stage of moves between budget lines keeps of each; each kind has a table of its own. */
export abstract class LineMoveRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'uuid' })
  fromLineId!: string;

  @Column({ type: 'uuid' })
  toLineId!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text' })
  state!: MoveState;

  @Column({ type: 'text' })
  orderedBy!: string;

  @Column({ type: 'text' })
  orderedByName!: string;

  @Column({ type: 'timestamptz' })
  orderedAt!: Date;

  @Column({ type: 'text', nullable: true })
  answeredBy!: string | null;

  @Column({ type: 'text', nullable: true })
  answeredByName!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  /** Why nothing came of it. */
  @Column({ type: 'text' })
  answer!: string;
}
