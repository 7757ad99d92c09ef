import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

/** 役員 */
@Entity('organization_officers')
export class OfficerRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'date', nullable: true })
  termFrom!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  termUntil!: LocalDate | null;

  @Column({ type: 'boolean' })
  isRepresentative!: boolean;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
