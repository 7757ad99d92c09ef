import { Column, Entity } from 'typeorm';
import { PaperRow } from '../../writing/index.js';

@Entity('grant_papers')
export class GrantPaperRow extends PaperRow {
  /** The change or the report on the way. */
  @Column({ type: 'uuid' })
  ownerId!: string;
}
