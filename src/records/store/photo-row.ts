import { Column, Entity } from 'typeorm';
import { EnclosureColumns } from './enclosure-columns.js';

@Entity('record_photos')
export class PhotoRow extends EnclosureColumns {
  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'integer' })
  width!: number;

  @Column({ type: 'integer' })
  height!: number;

  @Column({ type: 'text' })
  smallSha256!: string;
}
