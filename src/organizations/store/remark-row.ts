import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RemarkField } from '../domain/registration.js';

@Entity('organization_remarks')
export class RemarkRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  field!: RemarkField;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  madeBy!: string;

  @Column({ type: 'timestamptz' })
  madeAt!: Date;

  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ type: 'text', nullable: true })
  answeredBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}
