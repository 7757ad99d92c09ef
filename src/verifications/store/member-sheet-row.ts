import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PointAnswer } from '../domain/opinion.js';

@Entity('verification_member_sheets')
export class MemberSheetRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  verificationId!: string;

  @PrimaryColumn({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'jsonb' })
  fields!: (readonly [string, string])[];

  @Column({ type: 'jsonb', nullable: true })
  given!: readonly PointAnswer[] | null;

  @Column({ type: 'text' })
  recused!: string;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
