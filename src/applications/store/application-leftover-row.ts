import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('application_leftovers')
export class ApplicationLeftoverRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'text', nullable: true })
  page!: string | null;

  @Column({ type: 'text' })
  section!: string;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  writtenBy!: string;

  @Column({ type: 'timestamptz' })
  keptAt!: Date;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  settledBy!: string | null;
}
