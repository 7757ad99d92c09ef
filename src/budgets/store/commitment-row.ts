import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('commitments')
export class CommitmentRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'uuid' })
  lineId!: string;

  @Column({ type: 'text' })
  causeKind!: string;

  @Column({ type: 'text' })
  causeId!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'date' })
  committedOn!: LocalDate;
}
