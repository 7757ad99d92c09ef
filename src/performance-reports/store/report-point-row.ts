import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('report_points')
export class ReportPointRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  reportId!: string;

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
}
