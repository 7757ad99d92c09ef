import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SectionRole } from '../domain/municipality.js';

@Entity('sections')
export class SectionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  unit!: string;

  @Column({ type: 'text' })
  phone!: string;

  @Column({ type: 'text' })
  fax!: string;

  @Column({ type: 'text', nullable: true })
  mail!: string | null;

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text', nullable: true })
  role!: SectionRole | null;
}
