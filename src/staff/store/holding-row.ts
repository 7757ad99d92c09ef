import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { HoldingKind } from '../domain/holding.js';

@Entity('post_holdings')
export class HoldingRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  postId!: string;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'text' })
  kind!: HoldingKind;

  @Column({ type: 'date' })
  fromOn!: LocalDate;

  @Column({ type: 'date', nullable: true })
  untilOn!: LocalDate | null;
}
