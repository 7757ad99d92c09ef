import { Column, Entity } from 'typeorm';
import { PublicationColumns } from './publication-columns.js';

@Entity('record_series')
export class SeriesRow extends PublicationColumns {
  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  lead!: string;
}
