import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Municipalities, type Section } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent } from '../../platform/files/index.js';
import { isPublic, phaseOf, type Consultation, type ConsultationFile, type Extension } from '../domain/consultation.js';
import type { Outcome } from '../domain/opinion-group.js';
import type { PublicComment } from '../domain/public-comment.js';
import { ConsultationStore } from '../store/consultation.store.js';
import { PublicCommentStore } from '../store/public-comment.store.js';
import { VoiceSettingsStore } from '../store/voice-settings.store.js';
import { ConsultationResult } from './consultation-result.js';
import { ReturnCodes } from './return-codes.js';

/** 要旨 and 町の考え方 of one group, as residents read them. */
export interface PublishedOpinion {
  readonly title: string;
  readonly count: number;
  readonly summary: string;
  readonly townView: string;
  readonly outcome: Outcome;
  readonly change: string;
}

export interface PublicConsultation {
  readonly consultation: Consultation;
  readonly section: Section;
  readonly files: readonly ConsultationFile[];
  readonly extensions: readonly Extension[];
  /** How many comments came, and what became of them; null until it is published. */
  readonly result: { readonly comments: number; readonly opinions: readonly PublishedOpinion[] } | null;
  readonly retentionDays: number;
  readonly basis: string;
  readonly today: LocalDate;
}

/** What somebody sent, as they see it by their code. */
export interface OwnComment {
  readonly comment: PublicComment;
  readonly consultation: Consultation;
  readonly retentionDays: number;
  readonly today: LocalDate;
}

/** Consultations as residents see them: nothing before it is published, and never a name. */
@Injectable()
export class ViewPublicConsultations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ConsultationStore,
    private readonly comments: PublicCommentStore,
    private readonly result: ConsultationResult,
    private readonly settings: VoiceSettingsStore,
    private readonly municipalities: Municipalities,
    private readonly files: FileStore,
    private readonly codes: ReturnCodes,
  ) {}

  /** Newest first. */
  list(actor: Actor): Promise<{ consultations: Consultation[]; today: LocalDate }> {
    return this.unitOfWork.read(actor, async (tx) => ({ consultations: await this.published(tx), today: tx.today }));
  }

  /** What residents may read, what was taken back as well; newest first. */
  published(tx: Transaction): Promise<Consultation[]> {
    return this.store.list(tx, { published: true });
  }

  /** Those on which one can comment today. */
  async accepting(tx: Transaction): Promise<Consultation[]> {
    const consultations = await this.store.list(tx, { published: true });
    return consultations.filter((each) => phaseOf(each, tx.today) === 'accepting' && each.state === 'open');
  }

  /** Throws not-found for one that is not published. */
  page(actor: Actor, id: string): Promise<PublicConsultation> {
    return this.unitOfWork.read(actor, async (tx) => this.told(tx, published(await this.store.find(tx, id))));
  }

  /** Throws not-found. */
  file(actor: Actor, id: string, sha256: string): Promise<FileContent & { readonly name: string }> {
    return this.unitOfWork.read(actor, async (tx) => {
      published(await this.store.find(tx, id));
      return openFile(tx, this.files, await this.store.files(tx, id), sha256);
    });
  }

  /** What was sent with this code; null for a code that nobody was given. */
  own(actor: Actor, code: string): Promise<OwnComment | null> {
    return this.unitOfWork.read(actor, async (tx) => {
      const comment = await this.comments.byCode(tx, this.codes.read(code).hash);
      if (!comment) return null;
      const { retentionDays } = await this.settings.read(tx);
      const consultation = await this.store.find(tx, comment.consultationId);
      return { comment, consultation, retentionDays, today: tx.today };
    });
  }

  private async told(tx: Transaction, consultation: Consultation): Promise<PublicConsultation> {
    const { id, sectionId, state } = consultation;
    const { retentionDays, basis } = await this.settings.read(tx);
    return {
      ...{ consultation, retentionDays, basis, today: tx.today },
      section: await this.municipalities.sectionOf(tx, sectionId),
      files: await this.store.files(tx, id),
      extensions: await this.store.extensions(tx, id),
      result: state === 'answered' ? await this.resultOf(tx, id) : null,
    };
  }

  private async resultOf(tx: Transaction, id: string): Promise<PublicConsultation['result']> {
    const { groups, counts } = await this.result.ground(tx, id);
    const opinions = groups.flatMap(({ id: groupId, title, summary, townView, outcome, change }) =>
      outcome === null
        ? []
        : [
            {
              ...{ title, summary, townView, outcome, change },
              count: counts.inGroup(groupId),
            },
          ],
    );
    return { comments: counts.all, opinions };
  }
}

function published(consultation: Consultation): Consultation {
  if (!isPublic(consultation)) throw DomainError.notFound();
  return consultation;
}

/** A file of a consultation. Throws not-found for a hash that is not among them. */
export async function openFile(
  tx: Transaction,
  store: FileStore,
  files: readonly ConsultationFile[],
  sha256: string,
): Promise<FileContent & { readonly name: string }> {
  const file = files.find((each) => each.sha256 === sha256);
  if (!file) throw DomainError.notFound();
  return { ...(await store.open(tx, sha256)), name: file.name };
}
