import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { DisposalKind, DisposalState } from '../domain/disposal.js';

@Entity('property_disposals')
export class PropertyDisposalRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  itemId!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'text' })
  itemName!: string;

  @Column({ type: 'text' })
  kind!: DisposalKind;

  @Column({ type: 'date' })
  plannedOn!: LocalDate;

  @Column({ type: 'bigint', transformer: yenColumn })
  proceeds!: Yen;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  state!: DisposalState;

  @Column({ type: 'date' })
  appliedOn!: LocalDate;

  @Column({ type: 'text' })
  appliedBy!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'text', nullable: true })
  outcome!: 'approved' | 'refused' | null;

  @Column({ type: 'text' })
  terms!: string;

  @Column({ type: 'bigint', transformer: yenColumn, nullable: true })
  payBack!: Yen | null;

  @Column({ type: 'jsonb', nullable: true })
  working!: StoredWorking | null;

  @Column({ type: 'date', nullable: true })
  decidedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text', nullable: true })
  letterNumber!: string | null;
}
