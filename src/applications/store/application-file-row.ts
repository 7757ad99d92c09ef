import { Column, Entity } from 'typeorm';
import { PlacedPaperRow } from '../../writing/index.js';

@Entity('application_files')
export class ApplicationFileRow extends PlacedPaperRow {
  @Column({ type: 'uuid', name: 'application_id' })
  ownerId!: string;
}
