import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { OrganizationState } from '../domain/organization.js';

@Entity('organizations')
export class OrganizationRow {
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
  state!: OrganizationState;

  @Column({ type: 'text' })
  postalCode!: string;

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text' })
  phone!: string;

  @Column({ type: 'text', nullable: true })
  mail!: string | null;

  @Column({ type: 'boolean' })
  consentsToElectronicDelivery!: boolean;

  @Column({ type: 'boolean' })
  detailsComplete!: boolean;

  @Column({ type: 'text', nullable: true })
  bylawsSha256!: string | null;

  @Column({ type: 'text', nullable: true })
  bylawsName!: string | null;

  @Column({ type: 'text', nullable: true })
  bylawsMediaType!: string | null;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'integer' })
  detailsVersion!: number;

  @Column({ type: 'integer' })
  wardsVersion!: number;

  @Column({ type: 'integer' })
  bylawsVersion!: number;

  @Column({ type: 'timestamptz' })
  openedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'date', nullable: true })
  registeredOn!: LocalDate | null;
}
