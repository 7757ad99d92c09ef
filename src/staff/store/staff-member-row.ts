import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('staff_members')
export class StaffMemberRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kana!: string;

  @Column({ type: 'date', nullable: true })
  leftOn!: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  mail!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
