import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Municipalities, type Section } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  letterFileName,
  type BatchProgress,
  type IssuedLetter,
  type LetterView,
  type RegisterFilter,
  type RegisterPage,
} from '../domain/issued-letter.js';
import { Letters } from './letters.js';

export interface LetterPage {
  readonly view: LetterView;
  readonly section: Section;
}

export interface BatchPage {
  readonly progress: BatchProgress;
  readonly letters: readonly IssuedLetter[];
}

/** What the desks look at: register, print list, a batch and its progress, an inbox. */
@Injectable()
export class ViewLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: Letters,
    private readonly municipalities: Municipalities,
  ) {}

  /** The inbox of the officer's own organisation, newest first. */
  inbox(actor: Actor): Promise<IssuedLetter[]> {
    if (actor.kind !== 'officer') throw DomainError.notFound();
    return this.unitOfWork.read(actor, (tx) => this.letters.inbox(tx, actor.organizationId));
  }

  register(actor: Actor, filter: RegisterFilter): Promise<RegisterPage> {
    return this.unitOfWork.read(actor, (tx) => this.letters.register(tx, filter));
  }

  one(actor: Actor, letterId: string): Promise<LetterPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const view = await this.letters.get(tx, letterId);
      return { view, section: await this.municipalities.sectionOf(tx, view.sectionId) };
    });
  }

  /** Throws not-found for a batch without letters. */
  batch(actor: Actor, batchId: string): Promise<BatchPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { letters } = await this.letters.register(tx, { batchId });
      if (letters.length === 0) throw DomainError.notFound();
      return { letters, progress: await this.letters.batchProgress(tx, batchId) };
    });
  }

  progress(actor: Actor, batchId: string): Promise<BatchProgress> {
    return this.unitOfWork.read(actor, (tx) => this.letters.batchProgress(tx, batchId));
  }

  /**
   * The bytes as they were drawn, with a name for the file; that a member of staff opened it stands in the audit trail.
   * Throws `notices.not-yet-drawn`.
   */
  pdf(actor: Actor, letterId: string): Promise<{ bytes: Buffer; fileName: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const letter = await this.letters.get(tx, letterId);
      const bytes = await this.letters.pdfOf(tx, letterId);
      if (actor.kind === 'staff') {
        const { organizationId } = letter;
        tx.audit({ action: 'letter.pdf-opened', subjectKind: 'letter', subjectId: letterId, organizationId });
      }
      return { bytes, fileName: letterFileName(letter) };
    });
  }
}
