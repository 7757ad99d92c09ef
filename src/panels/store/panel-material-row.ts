import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('panel_materials')
export class PanelMaterialRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  meetingId!: string;

  @Column({ type: 'uuid', nullable: true })
  caseId!: string | null;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'timestamptz' })
  addedAt!: Date;

  @Column({ type: 'text' })
  addedBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
