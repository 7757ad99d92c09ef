import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { changesForApplicants, Programs, type ChangedPart, type ProgramVersion } from '../../programs/index.js';
import { type FormSection } from '../../forms/index.js';
import type { Application } from '../domain/application.js';
import { requireWriter } from '../domain/paper.js';
import type { LeftText } from '../domain/carry-draft.js';
import type { Carry } from '../domain/earlier-application.js';
import { ApplicationFileStore, type ApplicationFile } from '../store/application-file.store.js';
import { ApplicationStore } from '../store/application.store.js';
import { CarryStore } from '../store/carry.store.js';
import { LeftoverStore } from '../store/leftover.store.js';
import { askedOf } from './asked-of.js';
import { PrepareSubmission, type PreparedSubmission } from './prepare-submission.js';

/** A draft as those see it who write it. */
export interface ApplicationDraft extends PreparedSubmission {
  readonly application: Application;
  readonly draftFiles: readonly ApplicationFile[];
  /** What was copied into it from earlier applications, newest first. */
  readonly carries: readonly Carry[];
  /** What a newer edition changed that nobody has read yet. */
  readonly editionChanges: readonly ChangedPart[];
  /** Of a paper: the newer edition that it does not follow; null while there is none. */
  readonly laterEdition: ProgramVersion | null;
  /** 前の版での回答 that nobody has dealt with yet. */
  readonly leftovers: readonly LeftText[];
}

@Injectable()
export class ApplicationDrafts {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly files: ApplicationFileStore,
    private readonly carries: CarryStore,
    private readonly leftovers: LeftoverStore,
    private readonly preparation: PrepareSubmission,
    private readonly programs: Programs,
  ) {}

  /** Throws not-found for everyone but those who write it: a draft is nobody else's business. */
  async get(tx: Transaction, id: string): Promise<ApplicationDraft> {
    const application = await this.applications.get(tx, id);
    requireWriter(tx.actor, application);
    const prepared = await this.preparation.prepare(tx, application);
    const carries = await this.carries.of(tx, id);
    return {
      ...{ ...prepared, application, carries },
      draftFiles: await this.files.of(tx, id),
      editionChanges: await this.unread(tx, application),
      laterEdition: await this.laterEdition(tx, application),
      leftovers: await this.leftovers.open(tx, id),
    };
  }

  /** What a page asks, without the draft itself: an autosave needs no more. `edition` is the one that the page shows. */
  async formOf(tx: Transaction, id: string, edition?: string): Promise<readonly FormSection[]> {
    const application = await this.applications.get(tx, id);
    requireWriter(tx.actor, application);
    const shown = await this.programs.version(tx, edition ?? application.programVersionId);
    if (shown.programId !== application.programId) throw DomainError.notFound();
    return askedOf(shown.document, application).form;
  }

  private async laterEdition(tx: Transaction, application: Application): Promise<ProgramVersion | null> {
    if (application.paper === null) return null;
    const [newest] = await this.programs.newestPublished(tx, [application]);
    return newest && newest.id !== application.programVersionId ? newest : null;
  }

  private async unread(tx: Transaction, { knownVersionId, programVersionId }: Application): Promise<ChangedPart[]> {
    if (knownVersionId === null) return [];
    const known = await this.programs.version(tx, knownVersionId);
    const now = await this.programs.version(tx, programVersionId);
    return changesForApplicants(known.document, now.document);
  }
}
