import { Column, Entity } from 'typeorm';
import { EnclosureColumns } from './enclosure-columns.js';

@Entity('record_files')
export class MeetingFileRow extends EnclosureColumns {
  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'integer' })
  size!: number;
}
