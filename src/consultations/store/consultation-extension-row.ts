import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('consultation_extensions')
export class ConsultationExtensionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  consultationId!: string;

  @Column({ type: 'date' })
  closedBefore!: LocalDate;

  @Column({ type: 'date' })
  closes!: LocalDate;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  extendedAt!: Date;
}
