import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CarriedField } from '../domain/earlier-application.js';

@Entity('application_carries')
export class ApplicationCarryRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'uuid', nullable: true })
  earlierId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  proposalId!: string | null;

  @Column({ type: 'text' })
  earlierName!: string;

  @Column({ type: 'jsonb' })
  fields!: readonly CarriedField[];

  @Column({ type: 'timestamptz' })
  carriedAt!: Date;

  @Column({ type: 'text' })
  carriedBy!: string;
}
