import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SectionRow } from '../../writing/index.js';

@Entity('report_sections')
export class ReportSectionRow extends SectionRow {
  @PrimaryColumn({ type: 'uuid', name: 'report_id' })
  ownerId!: string;

  @Column({ type: 'timestamptz' })
  openedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
