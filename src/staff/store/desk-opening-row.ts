import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('desk_openings')
export class DeskOpeningRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'text' })
  subjectKind!: string;

  @PrimaryColumn({ type: 'uuid' })
  subjectId!: string;

  @PrimaryColumn({ type: 'uuid' })
  staffId!: string;

  @Column({ type: 'timestamptz' })
  openedAt!: Date;

  @Column({ type: 'timestamptz' })
  seenAt!: Date;
}
