import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { PropertyState } from '../domain/property.js';

@Entity('property_items')
export class PropertyItemRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  organizationName!: string;

  @Column({ type: 'text' })
  programName!: string;

  @Column({ type: 'integer' })
  fiscalYear!: number;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'integer' })
  quantity!: number;

  @Column({ type: 'bigint', transformer: yenColumn })
  price!: Yen;

  @Column({ type: 'date' })
  boughtOn!: LocalDate;

  @Column({ type: 'text' })
  keptAt!: string;

  @Column({ type: 'integer' })
  usefulYears!: number;

  @Column({ type: 'date' })
  restrictedUntil!: LocalDate;

  @Column({ type: 'text' })
  state!: PropertyState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  registeredAt!: Date;

  @Column({ type: 'text' })
  registeredBy!: string;
}
