import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { PointAnswer } from '../domain/opinion.js';
import type { Side } from '../domain/verification.js';

@Entity('verification_opinions')
export class VerificationOpinionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  verificationId!: string;

  @PrimaryColumn({ type: 'text' })
  side!: Side;

  @Column({ type: 'jsonb' })
  fields!: (readonly [string, string])[];

  @Column({ type: 'jsonb', nullable: true })
  given!: readonly PointAnswer[] | null;

  @Column({ type: 'date', nullable: true })
  saidOn!: LocalDate | null;

  @Column({ type: 'boolean' })
  onPaper!: boolean;

  @Column({ type: 'text' })
  meeting!: string;

  @Column({ type: 'integer', nullable: true })
  answeredBy!: number | null;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ type: 'text' })
  writtenBy!: string;

  @Column({ type: 'integer' })
  version!: number;
}
