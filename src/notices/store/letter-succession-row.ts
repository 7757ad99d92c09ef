import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SuccessionEffect } from '../domain/checked-letter.js';

/** What a later letter did to an earlier one; it counts from the day of the later, and while that is not void. */
@Entity('letter_successions')
export class LetterSuccessionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  letterId!: string;

  @PrimaryColumn({ type: 'uuid' })
  byLetterId!: string;

  @Column({ type: 'text' })
  effect!: SuccessionEffect;
}
