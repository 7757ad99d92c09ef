import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { DRAFTED_ACTS, type Act } from '../../staff/index.js';
import type { PresentedSubject, PresentedTable } from '../domain/shown-case.js';

/** Why a reservation is given back: the draft was withdrawn or rejected, or the case left it (保留). A send-back keeps it. */
export type ReleaseReason = 'withdrawn' | 'rejected' | 'held';

/** Cases that are not for the whole town hall to read; see `DraftAccess` for whom their drafts open to. */
export interface ConfidentialCases {
  /** How a list names a draft of such cases to whoever may not open it. */
  readonly title: string;
  /** Of these cases those with which this person has to do anyway, whatever posts the route has. */
  dealtWithBy(tx: Transaction, staffId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What a later stage provides so that its cases can be decided. All methods run in the transaction of the act. */
export interface ApprovalSubject {
  /** Its act in the registry (`src/staff/domain/acts.ts`), e.g. `grant-decision`: asked of the table, kept with every draft. */
  readonly kind: Act;
  /** The act by which the authority table is asked, where it is another than its kind. */
  readonly act?: Act;
  /** Without it every member of staff may read its drafts. */
  readonly confidential?: ConfidentialCases;
  /**
   * Takes, in one fixed order, the row locks under which these cases and what they draw on (budget lines, payees) stay as
   * they are until the transaction ends. Called before everything else, so that what is approved cannot change meanwhile.
   */
  lock(tx: Transaction, ids: readonly string[]): Promise<void>;
  /** The case as it stands; also called in read-only transactions. Throws not-found through the actor. */
  present(tx: Transaction, id: string): Promise<PresentedSubject>;
  /** 別表: tables on which these cases rest together. They never change; the facts of the cases name them. */
  annexes?(tx: Transaction, ids: readonly string[]): Promise<PresentedTable[]>;
  /**
   * The draft has started, or was resubmitted: bring the reservation to the amount now proposed. Runs again at each
   * resubmission of the same draft.
   */
  drafted(tx: Transaction, id: string, draftId: string): Promise<void>;
  /**
   * The last approval: make it so, or throw and nothing of the draft is approved. `decidedOn` is the 決裁日, which is
   * earlier than today where it was sealed on paper.
   */
  approved(tx: Transaction, id: string, draftId: string, decidedOn: LocalDate): Promise<void>;
  /** The case left the draft undecided: give the reservation back. */
  released(tx: Transaction, id: string, draftId: string, why: ReleaseReason, reason: string): Promise<void>;
  /** 保留 with its reservation kept: the case left the draft and waits to be drafted again as it is. */
  held?(tx: Transaction, id: string, draftId: string, reason: string): Promise<void>;
}

/** Kinds without which the house does not start: each is registered by the stage that owns its cases. */
const EXPECTED_KINDS = DRAFTED_ACTS;

/** The kinds of case that can be decided. Stages register theirs while the modules start. */
@Injectable()
export class ApprovalSubjects implements OnApplicationBootstrap {
  private readonly subjects = new Map<string, ApprovalSubject>();

  register(subject: ApprovalSubject): void {
    if (this.subjects.has(subject.kind)) throw new Error(`approval subject registered twice: ${subject.kind}`);
    this.subjects.set(subject.kind, subject);
  }

  of(kind: string): ApprovalSubject {
    const subject = this.subjects.get(kind);
    if (!subject) throw new Error(`no approval subject of kind ${kind}`);
    return subject;
  }

  /** The act by which the authority table is asked for a draft of this kind. */
  actOf(kind: string): Act {
    const { act = kind } = this.of(kind);
    return act;
  }

  onApplicationBootstrap(): void {
    const strange = [...this.subjects.keys()].filter((kind) => !EXPECTED_KINDS.includes(kind));
    if (strange.length > 0)
      throw new Error(`approval subjects that no act of the registry asks for: ${strange.join(', ')}`);
    const missing = EXPECTED_KINDS.filter((kind) => !this.subjects.has(kind));
    if (missing.length > 0) throw new Error(`approval subjects missing: ${missing.join(', ')}`);
  }
}
