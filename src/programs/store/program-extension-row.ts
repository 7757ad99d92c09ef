import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('program_extensions')
export class ProgramExtensionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  programVersionId!: string;

  @Column({ type: 'date' })
  closesOn!: LocalDate;

  @Column({ type: 'text', nullable: true })
  closesTime!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  publishedAt!: Date;

  @Column({ type: 'text' })
  publishedBy!: string;
}
