import { Entity, PrimaryColumn } from 'typeorm';
import { SectionRow } from '../../writing/index.js';

@Entity('grant_change_sections')
export class GrantChangeSectionRow extends SectionRow {
  @PrimaryColumn({ type: 'uuid', name: 'change_id' })
  ownerId!: string;
}
