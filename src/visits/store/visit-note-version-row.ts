import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { PresentPerson, VisitKind } from '../domain/visit-note.js';

@Entity('visit_note_versions')
export class VisitNoteVersionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  noteId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  kind!: VisitKind;

  @Column({ type: 'date' })
  heldOn!: LocalDate;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'jsonb' })
  people!: readonly PresentPerson[];

  @Column({ type: 'text' })
  found!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ type: 'text' })
  writtenBy!: string;
}
