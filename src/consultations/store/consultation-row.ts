import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ConsultationState, ContactRule } from '../domain/consultation.js';

@Entity('consultations')
export class ConsultationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  about!: string;

  @Column({ type: 'jsonb' })
  parts!: readonly string[];

  @Column({ type: 'text' })
  commenters!: string;

  @Column({ type: 'uuid' })
  sectionId!: string;

  @Column({ type: 'date' })
  opens!: LocalDate;

  @Column({ type: 'date' })
  closes!: LocalDate;

  @Column({ type: 'text' })
  nameRule!: ContactRule;

  @Column({ type: 'text' })
  addressRule!: ContactRule;

  @Column({ type: 'date', nullable: true })
  resultBy!: LocalDate | null;

  @Column({ type: 'text' })
  state!: ConsultationState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'date', nullable: true })
  publishedOn!: LocalDate | null;

  @Column({ type: 'text' })
  withdrawalReason!: string;

  @Column({ type: 'date', nullable: true })
  withdrawnOn!: LocalDate | null;

  @Column({ type: 'text' })
  resultNote!: string;

  @Column({ type: 'date', nullable: true })
  answeredOn!: LocalDate | null;
}
