import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('public_organizations')
export class PublicOrganizationRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kana!: string;

  @Column({ type: 'uuid' })
  districtId!: string;

  @Column({ type: 'text' })
  districtName!: string;

  @Column({ type: 'integer' })
  districtPosition!: number;

  @Column({ type: 'text', array: true })
  wards!: string[];

  @Column({ type: 'text' })
  introduction!: string;

  @Column({ type: 'date', nullable: true })
  registeredOn!: LocalDate | null;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}
