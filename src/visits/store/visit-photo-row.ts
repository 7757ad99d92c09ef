import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('visit_photos')
export class VisitPhotoRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  noteId!: string;

  @PrimaryColumn({ type: 'text' })
  sha256!: string;

  /** The version of the note with which it came. */
  @PrimaryColumn({ type: 'integer' })
  addedIn!: number;

  /** The first version without it; null while it stands. */
  @Column({ type: 'integer', nullable: true })
  takenOffIn!: number | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'integer' })
  size!: number;
}
