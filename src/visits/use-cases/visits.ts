import { Injectable } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Ties } from '../../staff/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent, type ScanState } from '../../platform/files/index.js';
import type { VisitNote, VisitSubjectRef } from '../domain/visit-note.js';
import { VisitStore } from '../store/visit.store.js';
import { refuseTied } from './refuse-tied.js';
import { VisitSubjects, type VisitedSubject } from './visit-subjects.js';

export interface VisitView {
  readonly note: VisitNote;
  readonly about: VisitedSubject;
  readonly scans: ReadonlyMap<string, ScanState>;
}

/** Whoever works on the case in the town hall; never the organisation, nor who only sits on a panel. */
const READERS = ['promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit'] as const;

/** The notes as the desks and the later stages read them. */
@Injectable()
export class Visits {
  constructor(
    private readonly store: VisitStore,
    private readonly subjects: VisitSubjects,
    private readonly files: FileStore,
    private readonly ties: Ties,
  ) {}

  /** In the order of the days on which people met. */
  async about(tx: Transaction, subject: VisitSubjectRef): Promise<VisitNote[]> {
    requireDuty(tx.actor, ...READERS);
    return this.store.about(tx, subject);
  }

  /** The days of the hearings of these subjects, the earliest first; for everybody, as a day alone says nothing of what was said. */
  daysHeard(tx: Transaction, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly LocalDate[]>> {
    return this.store.daysHeard(tx, kind, ids);
  }

  /** Puts this in the place of the names of those who were met about these subjects; for the programme alone. */
  async forgetProposers(tx: Transaction, kind: string, ids: readonly string[], instead: string): Promise<void> {
    if (tx.actor.kind !== 'system') throw DomainError.forbidden();
    await this.store.forgetProposers(tx, kind, ids, instead);
  }

  /** Throws not-found. */
  async subject(tx: Transaction, { kind, id }: VisitSubjectRef): Promise<VisitedSubject> {
    requireDuty(tx.actor, ...READERS);
    const subject = await this.subjects.of(kind).of(tx, id);
    await refuseTied(tx, this.ties, subject);
    return subject;
  }

  /** Throws not-found. */
  async view(tx: Transaction, noteId: string): Promise<VisitView> {
    requireDuty(tx.actor, ...READERS);
    const note = await this.store.get(tx, noteId);
    const about = await this.subject(tx, note.subject);
    const hashes = note.versions.flatMap(({ photos }) => photos.map(({ sha256 }) => sha256));
    return { note, about, scans: await this.files.scanStates(tx, hashes) };
  }

  /** A photograph that stands, or once stood, with the note. */
  async photo(tx: Transaction, noteId: string, sha256: string): Promise<FileContent & { readonly name: string }> {
    const { note } = await this.view(tx, noteId);
    const photo = note.versions.flatMap(({ photos }) => photos).find((each) => each.sha256 === sha256);
    if (!photo) throw DomainError.notFound();
    return { ...(await this.files.open(tx, sha256)), name: photo.name };
  }
}
