import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('absences')
export class AbsenceRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'date' })
  fromOn!: LocalDate;

  @Column({ type: 'date' })
  untilOn!: LocalDate;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  recordedBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;
}
