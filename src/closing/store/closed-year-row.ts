import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

/** One matter that the closing left open, as it stood; the amount in digits. */
export interface CarriedMatter {
  readonly kind: string;
  readonly id: string;
  readonly programName: string;
  readonly name: string;
  readonly amount: string | null;
  readonly openWith: string;
}

@Entity('closed_years')
export class ClosedYearRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'date' })
  closedOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  closedAt!: Date;

  @Column({ type: 'text' })
  closedBy!: string;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'jsonb' })
  carried!: readonly CarriedMatter[];
}
