import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Medium } from '../domain/medium.js';

/** 文例 in the town's own words, head and body as they stand in its file. */
@Entity('town_wordings')
export class TownWordingRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'text' })
  medium!: Medium;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  text!: string;
}
