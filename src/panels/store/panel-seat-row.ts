import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { SeatRole } from '../domain/panel.js';

@Entity('panel_seats')
export class PanelSeatRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  panelId!: string;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'text' })
  role!: SeatRole;

  @Column({ type: 'text' })
  capacity!: string;

  @Column({ type: 'date' })
  fromOn!: LocalDate;

  @Column({ type: 'date', nullable: true })
  untilOn!: LocalDate | null;
}
