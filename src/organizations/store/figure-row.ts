import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('organization_figures')
export class FigureRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @PrimaryColumn({ type: 'text' })
  name!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', nullable: true })
  value!: string | null;

  @Column({ type: 'date' })
  asOf!: LocalDate;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text' })
  recordedBy!: string;

  @Column({ type: 'timestamptz' })
  recordedAt!: Date;
}
