import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Points } from '../domain/sheet.js';

@Entity('panel_sheets')
export class PanelSheetRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  caseId!: string;

  @PrimaryColumn({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'jsonb' })
  points!: Points;

  @Column({ type: 'jsonb' })
  remarks!: Readonly<Record<string, string>>;

  @Column({ type: 'text' })
  overall!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;
}
