import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('lapsed_commitments')
export class LapsedCommitmentRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  grantId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'uuid' })
  lineId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;
}
