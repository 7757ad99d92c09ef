import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { CarryGround } from '../domain/carry.js';
import type { CorrectionState } from '../domain/line-correction.js';

@Entity('carries')
export class CarryRow {
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
  ground!: CarryGround;

  @Column({ type: 'date' })
  decidedOn!: LocalDate;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text' })
  state!: CorrectionState;

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
