import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('late_acceptances')
export class LateAcceptanceRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'uuid' })
  programId!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'uuid', nullable: true })
  applicationId!: string | null;

  @Column({ type: 'date' })
  untilOn!: LocalDate;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  allowedAt!: Date;

  @Column({ type: 'text' })
  allowedBy!: string;
}
