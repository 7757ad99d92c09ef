import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { RepresentativeChangeState } from '../domain/representative-change.js';

/** 代表者変更届 */
@Entity('representative_changes')
export class RepresentativeChangeRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'uuid' })
  officerId!: string;

  @Column({ type: 'text' })
  state!: RepresentativeChangeState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  beforeRole!: string;

  @Column({ type: 'text' })
  beforeName!: string;

  @Column({ type: 'text' })
  afterRole!: string;

  @Column({ type: 'text' })
  afterName!: string;

  @Column({ type: 'date', nullable: true })
  termFrom!: LocalDate | null;

  @Column({ type: 'timestamptz' })
  toldAt!: Date;

  @Column({ type: 'text' })
  toldBy!: string;

  @Column({ type: 'text' })
  returnNote!: string;

  @Column({ type: 'date', nullable: true })
  correctBy!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  closedOn!: LocalDate | null;
}
