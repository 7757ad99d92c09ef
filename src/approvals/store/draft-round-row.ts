import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('draft_rounds')
export class DraftRoundRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  draftId!: string;

  @PrimaryColumn({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  authorityAct!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  authorityAmount!: Yen;

  @Column({ type: 'uuid' })
  authorityTableId!: string;

  @Column({ type: 'text' })
  authorityBasis!: string;
}
