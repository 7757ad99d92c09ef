import { Entity, PrimaryColumn } from 'typeorm';
import { SectionRevisionRow } from '../../writing/index.js';

@Entity('report_section_revisions')
export class ReportSectionRevisionRow extends SectionRevisionRow {
  @PrimaryColumn({ type: 'uuid', name: 'report_id' })
  ownerId!: string;
}
