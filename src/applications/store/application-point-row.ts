import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('application_points')
export class ApplicationPointRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  pointer!: string;

  @Column({ type: 'text' })
  label!: string;

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
