import { Entity, PrimaryColumn } from 'typeorm';
import { SectionRevisionRow } from '../../writing/index.js';

@Entity('application_section_revisions')
export class ApplicationSectionRevisionRow extends SectionRevisionRow {
  @PrimaryColumn({ type: 'uuid', name: 'application_id' })
  ownerId!: string;
}
