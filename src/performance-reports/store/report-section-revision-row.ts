import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('report_section_revisions')
export class ReportSectionRevisionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  reportId!: string;

  @PrimaryColumn({ type: 'text' })
  name!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  page!: string;

  @Column({ type: 'jsonb' })
  fields!: readonly (readonly [string, string])[];

  @Column({ type: 'timestamptz' })
  savedAt!: Date;

  @Column({ type: 'text' })
  savedBy!: string;
}
