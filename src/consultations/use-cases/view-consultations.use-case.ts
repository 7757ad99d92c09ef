import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { hasDuty, HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Municipalities, type Section } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent, type ScanState } from '../../platform/files/index.js';
import { Authority } from '../../staff/index.js';
import type { Consultation, ConsultationFile, Extension } from '../domain/consultation.js';
import type { CommentCounts, OpinionGroup } from '../domain/opinion-group.js';
import type { PartOfList } from '../../kernel/part-of-list.js';
import type { PublicComment } from '../domain/public-comment.js';
import { ConsultationStore } from '../store/consultation.store.js';
import { PublicCommentStore } from '../store/public-comment.store.js';
import { ConsultationResult } from './consultation-result.js';
import { PUBLIC_ANSWER } from './consultation-result-subject.js';
import { openFile } from './view-public-consultations.use-case.js';

export interface ConsultationLine {
  readonly consultation: Consultation;
  readonly comments: number;
}

export interface ConsultationDesk {
  readonly lines: readonly ConsultationLine[];
  readonly today: LocalDate;
}

export interface ConsultationPage {
  readonly consultation: Consultation;
  readonly section: Section;
  readonly files: readonly ConsultationFile[];
  readonly scans: ReadonlyMap<string, ScanState>;
  readonly extensions: readonly Extension[];
  /** The part that was asked for. */
  readonly comments: readonly PublicComment[];
  readonly counts: CommentCounts;
  readonly groups: readonly OpinionGroup[];
  /** The draft of its result, where one runs. */
  readonly draft: DraftRef | null;
  /** The town decides the result by a draft. */
  readonly byDraft: boolean;
  readonly today: LocalDate;
}

/** Which of the comments a page shows. */
export interface AskedComments {
  /** Only those that are in no group yet. */
  readonly loose: boolean;
  readonly part: PartOfList;
}

export const COMMENTS_ON_A_PAGE = 100;
const FIRST_COMMENTS: AskedComments = { loose: false, part: { from: 0, most: COMMENTS_ON_A_PAGE } };

/** Consultations as the staff see them; names and addresses of writers are for promotion staff alone. */
@Injectable()
export class ViewConsultations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ConsultationStore,
    private readonly comments: PublicCommentStore,
    private readonly result: ConsultationResult,
    private readonly municipalities: Municipalities,
    private readonly drafts: Drafts,
    private readonly authority: Authority,
    private readonly files: FileStore,
  ) {}

  desk(actor: Actor): Promise<ConsultationDesk> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const counts = await this.comments.counts(tx);
      const consultations = await this.store.list(tx);
      return {
        lines: consultations.map((consultation) => ({ consultation, comments: counts.get(consultation.id) ?? 0 })),
        today: tx.today,
      };
    });
  }

  sections(actor: Actor): Promise<Section[]> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, (tx) => this.municipalities.sections(tx));
  }

  /** Throws not-found. */
  page(actor: Actor, id: string, asked: AskedComments = FIRST_COMMENTS): Promise<ConsultationPage> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, (tx) => this.within(tx, id, asked));
  }

  /** Throws not-found. */
  file(actor: Actor, id: string, sha256: string): Promise<FileContent & { readonly name: string }> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      await this.store.find(tx, id);
      return openFile(tx, this.files, await this.store.files(tx, id), sha256);
    });
  }

  private async within(tx: Transaction, id: string, asked: AskedComments): Promise<ConsultationPage> {
    const { consultation, groups, counts } = await this.result.ground(tx, id);
    const comments = await this.comments.of(tx, id, asked);
    const files = await this.store.files(tx, id);
    return {
      ...{ consultation, groups, counts, files },
      section: await this.municipalities.sectionOf(tx, consultation.sectionId),
      scans: await this.files.scanStates(
        tx,
        files.map(({ sha256 }) => sha256),
      ),
      extensions: await this.store.extensions(tx, id),
      comments: hasDuty(tx.actor, 'promotion') ? comments : comments.map(nameless),
      draft: await this.drafts.openFor(tx, PUBLIC_ANSWER, id),
      byDraft: await this.authority.rules(tx, PUBLIC_ANSWER),
      today: tx.today,
    };
  }
}

const nameless = (comment: PublicComment): PublicComment => ({ ...comment, name: null, address: null });
