import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ItemActKind, ItemChange } from '../domain/item-act.js';

@Entity('property_item_acts')
export class PropertyItemActRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** In the order of entry. */
  @Column({ type: 'bigint', insert: false })
  number!: string;

  @Column({ type: 'uuid' })
  itemId!: string;

  @Column({ type: 'text' })
  kind!: ItemActKind;

  @Column({ type: 'jsonb' })
  changes!: readonly ItemChange[];

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'date' })
  doneOn!: LocalDate;

  @Column({ type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ type: 'text' })
  recordedBy!: string;
}
