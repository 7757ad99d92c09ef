import { Column, Entity } from 'typeorm';
import { PlacedPaperRow } from '../../writing/index.js';

@Entity('report_files')
export class ReportFileRow extends PlacedPaperRow {
  @Column({ type: 'uuid', name: 'report_id' })
  ownerId!: string;
}
