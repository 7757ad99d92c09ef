import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WithheldKind } from '../domain/withholding.js';

@Entity('withheld_disclosures')
export class WithholdingRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'text' })
  kind!: WithheldKind;

  @Column({ type: 'text' })
  item!: string;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  withheldAt!: Date;

  @Column({ type: 'text' })
  withheldBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  shownAgainAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  shownAgainBy!: string | null;
}
