import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';

@Entity('panels')
export class PanelRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'uuid', array: true })
  programIds!: string[];

  @Column({ type: 'date' })
  termFrom!: LocalDate;

  @Column({ type: 'date' })
  termUntil!: LocalDate;

  @Column({ type: 'integer' })
  version!: number;
}
