import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';

@Entity('accounting_exports')
export class AccountingExportRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'integer' })
  count!: number;

  @Column({ type: 'bigint', transformer: yenColumn })
  total!: Yen;

  @Column({ type: 'text' })
  fileSha256!: string;

  @Column({ type: 'text' })
  fileName!: string;

  @Column({ type: 'text' })
  exportedBy!: string;

  @Column({ type: 'timestamptz' })
  exportedAt!: Date;
}
