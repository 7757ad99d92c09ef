import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('panel_recusals')
export class PanelRecusalRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  caseId!: string;

  @PrimaryColumn({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  declaredAt!: Date;
}
