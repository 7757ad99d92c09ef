import { Entity, PrimaryColumn } from 'typeorm';
import { SectionRow } from '../../writing/index.js';

@Entity('application_sections')
export class ApplicationSectionRow extends SectionRow {
  @PrimaryColumn({ type: 'uuid', name: 'application_id' })
  ownerId!: string;
}
