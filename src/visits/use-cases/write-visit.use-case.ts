import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { Ties } from '../../staff/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type AcceptedUpload, type Upload } from '../../platform/files/index.js';
import {
  newestOf,
  readVisit,
  reasonFaults,
  type TypedVisit,
  type VisitContent,
  type VisitPhoto,
  type VisitSubjectRef,
} from '../domain/visit-note.js';
import { VisitStore } from '../store/visit.store.js';
import { refuseTied } from './refuse-tied.js';
import { VisitSubjects } from './visit-subjects.js';

interface Written {
  readonly typed: TypedVisit;
  readonly photos: readonly Upload[];
  /** Given out once with the form: a double click or a resend carries the same. */
  readonly requestId: string;
}

export interface WriteVisitCommand extends Written {
  readonly subject: VisitSubjectRef;
}

export interface CorrectVisitCommand extends Written {
  readonly noteId: string;
  /** The version that the page was filled from. */
  readonly version: number;
  readonly takeOff: readonly string[];
  readonly reason: string;
}

/** Writes down what was seen and heard, and corrects it with a reason; what stood there before stays readable. */
@Injectable()
export class WriteVisit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: VisitSubjects,
    private readonly store: VisitStore,
    private readonly files: FileStore,
    private readonly ties: Ties,
  ) {}

  /** Faults at the fields and at `photos`; `visits.closed` once the case is decided. */
  async write(actor: Actor, command: WriteVisitCommand): Promise<{ noteId: string }> {
    requireDuty(actor, 'promotion');
    const photos = await accepted(command.photos);
    return this.unitOfWork.run(actor, async (tx) => {
      const { subject, requestId } = command;
      const { organizationId } = await this.openSubject(tx, subject);
      const known = await this.store.writtenBy(tx, requestId);
      if (known) return { noteId: known };
      const content = contentOf(tx, command.typed);
      const id = randomUUID();
      await this.store.add(tx, { id, subject, organizationId });
      await this.store.append(tx, id, { version: 1, requestId, reason: '', content });
      await this.keepPhotos(tx, id, 1, [], photos);
      const detail = { kind: content.kind, heldOn: content.heldOn };
      tx.audit({ action: 'visit.recorded', subjectKind: subject.kind, subjectId: subject.id, organizationId, detail });
      return { noteId: id };
    });
  }

  /** The same, with a fault at `reason`; throws `visits.corrected-by-another`. */
  async correct(actor: Actor, command: CorrectVisitCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const photos = await accepted(command.photos);
    return this.unitOfWork.run(actor, async (tx) => {
      const { noteId, requestId } = command;
      await this.openSubject(tx, (await this.store.get(tx, noteId)).subject);
      if (await this.store.writtenBy(tx, requestId)) return;
      const note = await this.store.get(tx, noteId);
      const before = newestOf(note);
      if (before.version !== command.version) {
        throw new DomainError('visits.corrected-by-another', 'stale', { name: before.writtenBy });
      }
      const { content, faults } = readVisit(command.typed, tx.today);
      refuseWhenFaulty([...faults, ...reasonFaults(command.reason)]);
      if (!content) throw new Error('a visit without faults has its content');
      const version = before.version + 1;
      await this.store.append(tx, noteId, { version, requestId, reason: command.reason.trim(), content });
      const gone = before.photos.filter(({ sha256 }) => command.takeOff.includes(sha256));
      for (const { sha256 } of gone) await this.store.takeOff(tx, noteId, sha256, version);
      await this.keepPhotos(tx, noteId, version, before.photos, photos);
      const { subject, organizationId } = note;
      const detail = { kind: content.kind, heldOn: content.heldOn, reason: command.reason.trim() };
      tx.audit({ action: 'visit.corrected', subjectKind: subject.kind, subjectId: subject.id, organizationId, detail });
    });
  }

  private async openSubject(
    tx: Transaction,
    { kind, id }: VisitSubjectRef,
  ): Promise<{ organizationId: string | null }> {
    const owner = this.subjects.of(kind);
    await owner.lock(tx, id);
    const subject = await owner.of(tx, id);
    await refuseTied(tx, this.ties, subject);
    if (!subject.open) throw new DomainError('visits.closed', 'conflict');
    return subject;
  }

  /** A picture that is already there is not kept twice. */
  private async keepPhotos(
    tx: Transaction,
    noteId: string,
    version: number,
    there: readonly VisitPhoto[],
    photos: readonly AcceptedUpload[],
  ): Promise<void> {
    const kept = new Set(there.map(({ sha256 }) => sha256));
    for (const photo of photos) {
      const { sha256, size, mediaType } = await this.files.receive(tx, photo);
      if (kept.has(sha256)) continue;
      kept.add(sha256);
      await this.store.addPhoto(tx, noteId, version, { sha256, size, mediaType, name: photo.name });
    }
  }
}

async function accepted(uploads: readonly Upload[]): Promise<AcceptedUpload[]> {
  const photos: AcceptedUpload[] = [];
  for (const upload of uploads) photos.push(await acceptUpload(upload, ['image'], 'photos'));
  return photos;
}

function contentOf(tx: Transaction, typed: TypedVisit): VisitContent {
  const { content, faults } = readVisit(typed, tx.today);
  refuseWhenFaulty(faults);
  if (!content) throw new Error('a visit without faults has its content');
  return content;
}
