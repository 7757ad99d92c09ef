import { Entity, PrimaryColumn } from 'typeorm';
import { SectionRevisionRow } from '../../writing/index.js';

@Entity('grant_change_section_revisions')
export class GrantChangeSectionRevisionRow extends SectionRevisionRow {
  @PrimaryColumn({ type: 'uuid', name: 'change_id' })
  ownerId!: string;
}
