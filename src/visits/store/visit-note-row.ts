import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('visit_notes')
export class VisitNoteRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  subjectKind!: string;

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
