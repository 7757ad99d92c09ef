import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('call_extensions')
export class CallExtensionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  /** The end that held before. */
  @Column({ type: 'date' })
  closed!: LocalDate;

  @Column({ type: 'date' })
  closes!: LocalDate;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  extendedAt!: Date;

  @Column({ type: 'text' })
  extendedBy!: string;
}
