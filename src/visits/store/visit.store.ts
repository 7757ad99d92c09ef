import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  newestOf,
  type VisitContent,
  type VisitNote,
  type VisitPhoto,
  type VisitSubjectRef,
  type VisitVersion,
} from '../domain/visit-note.js';
import { VisitNoteRow } from './visit-note-row.js';
import { VisitNoteVersionRow } from './visit-note-version-row.js';
import { VisitPhotoRow } from './visit-photo-row.js';

interface NewVersion {
  readonly version: number;
  readonly requestId: string;
  readonly reason: string;
  readonly content: VisitContent;
}

/** Notes with their versions; who writes holds the subject, so two never write at once. */
@Injectable()
export class VisitStore {
  async add(tx: Transaction, { id, subject, organizationId }: Omit<VisitNote, 'versions'>): Promise<void> {
    const about = { subjectKind: subject.kind, subjectId: subject.id, organizationId };
    await tx.manager.insert(VisitNoteRow, { id, ...about, version: 1, municipalityId: tx.municipalityId });
  }

  async append(tx: Transaction, noteId: string, { version, requestId, reason, content }: NewVersion): Promise<void> {
    const written = { writtenAt: tx.now, writtenBy: tx.actor.name, municipalityId: tx.municipalityId };
    await tx.manager.insert(VisitNoteVersionRow, { ...content, ...written, noteId, version, requestId, reason });
    await tx.manager.update(VisitNoteRow, { id: noteId }, { version });
  }

  async forgetProposers(tx: Transaction, kind: string, ids: readonly string[], instead: string): Promise<void> {
    await tx.query(
      `UPDATE visit_note_versions version
          SET people = (SELECT coalesce(jsonb_agg(
                          CASE WHEN person ->> 'side' = 'proposer' THEN jsonb_set(person, '{name}', to_jsonb($4::text))
                               ELSE person END ORDER BY at), '[]'::jsonb)
                          FROM jsonb_array_elements(version.people) WITH ORDINALITY AS met (person, at))
        WHERE version.municipality_id = $1 AND version.note_id IN (
          SELECT note.id FROM visit_notes note
           WHERE note.municipality_id = $1 AND note.subject_kind = $2 AND note.subject_id = ANY ($3))`,
      [tx.municipalityId, kind, [...ids], instead],
    );
  }

  async addPhoto(tx: Transaction, noteId: string, addedIn: number, photo: VisitPhoto): Promise<void> {
    const kept = { ...photo, noteId, addedIn, takenOffIn: null, municipalityId: tx.municipalityId };
    await tx.manager.insert(VisitPhotoRow, kept);
  }

  async takeOff(tx: Transaction, noteId: string, sha256: string, takenOffIn: number): Promise<void> {
    await tx.manager.update(VisitPhotoRow, { noteId, sha256, takenOffIn: IsNull() }, { takenOffIn });
  }

  /** The note that this request wrote or corrected before. */
  async writtenBy(tx: Transaction, requestId: string): Promise<string | null> {
    return (await tx.manager.findOneBy(VisitNoteVersionRow, { requestId }))?.noteId ?? null;
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<VisitNote> {
    const row = await tx.manager.findOneBy(VisitNoteRow, { id });
    if (!row) throw DomainError.notFound();
    const [note] = await this.withVersions(tx, [row]);
    if (!note) throw new Error(`the visit note ${id} has no version`);
    return note;
  }

  async about(tx: Transaction, { kind, id }: VisitSubjectRef): Promise<VisitNote[]> {
    const notes = await this.withVersions(
      tx,
      await tx.manager.findBy(VisitNoteRow, { subjectKind: kind, subjectId: id }),
    );
    return notes.sort(
      (one, other) =>
        newestOf(one).heldOn.localeCompare(newestOf(other).heldOn) ||
        one.versions[0].writtenAt.getTime() - other.versions[0].writtenAt.getTime(),
    );
  }

  /** By subject, as the newest version of each note has it, the earliest first. */
  async daysHeard(tx: Transaction, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, LocalDate[]>> {
    if (ids.length === 0) return new Map();
    const notes = await this.withVersions(
      tx,
      await tx.manager.findBy(VisitNoteRow, { subjectKind: kind, subjectId: In([...ids]) }),
    );
    const days = new Map<string, LocalDate[]>();
    for (const note of notes) {
      const { kind: met, heldOn } = newestOf(note);
      if (met === 'hearing') days.set(note.subject.id, [...(days.get(note.subject.id) ?? []), heldOn].sort());
    }
    return days;
  }

  private async withVersions(tx: Transaction, rows: readonly VisitNoteRow[]): Promise<VisitNote[]> {
    if (rows.length === 0) return [];
    const noteId = In(rows.map(({ id }) => id));
    const versions = await tx.manager.find(VisitNoteVersionRow, { where: { noteId }, order: { version: 'ASC' } });
    const photos = await tx.manager.find(VisitPhotoRow, { where: { noteId }, order: { addedIn: 'ASC', name: 'ASC' } });
    return rows.flatMap(({ id, subjectKind, subjectId, organizationId }) => {
      const own = photos.filter((photo) => photo.noteId === id);
      const [first, ...later] = versions
        .filter((version) => version.noteId === id)
        .map((version) => toVersion(version, own));
      if (!first) return [];
      return {
        id,
        subject: { kind: subjectKind, id: subjectId },
        organizationId,
        versions: [first, ...later] as const,
      };
    });
  }
}

function toVersion(row: VisitNoteVersionRow, photos: readonly VisitPhotoRow[]): VisitVersion {
  const { version, kind, heldOn, place, people, found, reason, writtenAt, writtenBy } = row;
  const there = photos
    .filter(({ addedIn, takenOffIn }) => addedIn <= version && (takenOffIn === null || takenOffIn > version))
    .map(({ sha256, name, mediaType, size }) => ({ sha256, name, mediaType, size }));
  return { version, kind, heldOn, place, people, found, reason, writtenAt, writtenBy, photos: there };
}
