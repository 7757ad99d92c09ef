import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('seal_uses')
export class SealUseRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'date' })
  usedOn!: LocalDate;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text' })
  document!: string;

  @Column({ type: 'integer' })
  copies!: number;

  @Column({ type: 'text' })
  usedBy!: string;

  @Column({ type: 'text' })
  keeper!: string;

  @Column({ type: 'timestamptz' })
  recordedAt!: Date;
}
