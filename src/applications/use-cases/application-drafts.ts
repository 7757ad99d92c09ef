import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Programs, type FormSection } from '../../programs/index.js';
import type { Application } from '../domain/application.js';
import type { Carry } from '../domain/earlier-application.js';
import { ApplicationFileStore, type ApplicationFile } from '../store/application-file.store.js';
import { ApplicationStore } from '../store/application.store.js';
import { CarryStore } from '../store/carry.store.js';
import { PrepareSubmission, type PreparedSubmission } from './prepare-submission.js';

/** A draft as its own organisation sees it. */
export interface ApplicationDraft extends PreparedSubmission {
  readonly application: Application;
  readonly draftFiles: readonly ApplicationFile[];
  /** What was copied into it from earlier applications, newest first. */
  readonly carries: readonly Carry[];
}

@Injectable()
export class ApplicationDrafts {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly files: ApplicationFileStore,
    private readonly carries: CarryStore,
    private readonly preparation: PrepareSubmission,
    private readonly programs: Programs,
  ) {}

  /** Throws not-found for everyone but the organisation's own officers: a draft is nobody else's business. */
  async get(tx: Transaction, id: string): Promise<ApplicationDraft> {
    if (tx.actor.kind !== 'officer') throw DomainError.notFound();
    const application = await this.applications.get(tx, id);
    const prepared = await this.preparation.prepare(tx, application);
    const carries = await this.carries.of(tx, id);
    return { ...prepared, application, draftFiles: await this.files.of(tx, id), carries };
  }

  /** What is asked, without the draft itself: an autosave needs no more. */
  async formOf(tx: Transaction, id: string): Promise<readonly FormSection[]> {
    if (tx.actor.kind !== 'officer') throw DomainError.notFound();
    const { programVersionId } = await this.applications.get(tx, id);
    return (await this.programs.version(tx, programVersionId)).document.form;
  }
}
