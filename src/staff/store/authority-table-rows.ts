import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { AuthorityTable, StepRole } from '../domain/authority-table.js';

@Entity('authority_tables')
export class AuthorityTableRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'date' })
  validFrom!: LocalDate;

  @Column({ type: 'text' })
  state!: AuthorityTable['state'];

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}

@Entity('authority_rules')
export class AuthorityRuleRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  tableId!: string;

  @PrimaryColumn({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  act!: string;

  @Column({ type: 'bigint', nullable: true, transformer: yenColumn })
  upTo!: Yen | null;
}

@Entity('authority_steps')
export class AuthorityStepRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  tableId!: string;

  @PrimaryColumn({ type: 'integer' })
  rulePosition!: number;

  @PrimaryColumn({ type: 'integer' })
  position!: number;

  @Column({ type: 'uuid' })
  postId!: string;

  @Column({ type: 'text' })
  role!: StepRole;
}
