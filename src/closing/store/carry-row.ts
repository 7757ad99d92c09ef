import { Column, Entity } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { CarryGround } from '../domain/carry.js';
import { LineMoveRow } from './line-move-row.js';

/** 繰越; `amount` is what goes on in the next year. */
@Entity('carries')
export class CarryRow extends LineMoveRow {
  @Column({ type: 'text' })
  ground!: CarryGround;

  @Column({ type: 'date' })
  decidedOn!: LocalDate;
}
