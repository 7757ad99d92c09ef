import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { TieKind } from '../domain/tie.js';

@Entity('staff_ties')
export class StaffTieRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  kind!: TieKind;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'date' })
  fromOn!: LocalDate;

  @Column({ type: 'date', nullable: true })
  untilOn!: LocalDate | null;

  @Column({ type: 'text' })
  recordedBy!: string;
}
