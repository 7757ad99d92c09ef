import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('claim_settlements')
export class ClaimSettlementRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  causeId!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'date' })
  settledOn!: LocalDate;
}
