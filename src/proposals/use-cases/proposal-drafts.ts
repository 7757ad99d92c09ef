import { Injectable } from '@nestjs/common';
import { readAnswers, type Answer, type Sections } from '../../forms/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Municipalities, type Section as TownSection } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent, type ScanState } from '../../platform/files/index.js';
import { standingOf, type Call, type CallStanding } from '../domain/call.js';
import { PanelResults, type Presentation } from '../../panels/index.js';
import { PROPOSAL_SUBJECT, type Proposal, type Screening } from '../domain/proposal.js';
import { lastDayOfDraft } from '../domain/retention.js';
import type { Decision } from '../domain/decision.js';
import type { Sorting } from '../domain/sorting.js';
import { CallStore } from '../store/call.store.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalFileStore, type ProposalFile } from '../store/proposal-file.store.js';
import { ProposalSectionStore } from '../store/proposal-section.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { HearingsAndPresentations } from './hearings-and-presentations.js';
import { ProposalHearings, type HearingView } from './proposal-hearings.js';
import { RetentionStore } from '../store/retention.store.js';
import { ProposalAccess, type ProposalKey } from './proposal-access.js';

/** A proposal as those see it who write it, before and after it is sent. */
export interface ProposalDraft {
  readonly proposal: Proposal;
  readonly call: Call;
  readonly section: TownSection;
  readonly standing: CallStanding;
  readonly sections: Sections;
  readonly files: readonly ProposalFile[];
  readonly scans: ReadonlyMap<string, ScanState>;
  readonly answers: readonly Answer[];
  /** Whether the area needs it, as it was told to the proposer; null before that. */
  readonly screening: Screening | null;
  /** When its proposer was met and is to be met. */
  readonly hearing: HearingView;
  /** When and where it is presented, once its presenter was told; null before that. */
  readonly presentation: Presentation | null;
  /** 講評 of the panel, once it is final; the proposer reads it with what was decided. */
  readonly panelComment: string | null;
  /** Who is to do it; null before it is sorted. */
  readonly sorting: Sorting | null;
  /** The sorting of its call is settled: its proposer reads it. */
  readonly sortingSettled: boolean;
  /** What was decided; null before that, also while it is drafted. */
  readonly decision: Decision | null;
  /** What it was merged into, once that is decided: its proposer knows it from the notice. */
  readonly mergedInto: Pick<Proposal, 'number' | 'title'> | null;
  /** The last day of a draft without an account that nobody goes on with; null of any other. */
  readonly deletedAfter: LocalDate | null;
  /** Days after its end for which its proposer is kept. */
  readonly contactDays: number;
  /** What still keeps it from being sent. */
  readonly faults: readonly Fault[];
}

@Injectable()
export class ProposalDrafts {
  constructor(
    private readonly access: ProposalAccess,
    private readonly proposals: ProposalStore,
    private readonly calls: CallStore,
    private readonly sections: ProposalSectionStore,
    private readonly files: ProposalFileStore,
    private readonly store: FileStore,
    private readonly municipalities: Municipalities,
    private readonly course: ProposalCourseStore,
    private readonly decisions: ProposalDecisionStore,
    private readonly retention: RetentionStore,
    private readonly hearings: ProposalHearings,
    private readonly presentations: HearingsAndPresentations,
    private readonly results: PanelResults,
  ) {}

  /** Throws not-found for everybody but its writers. */
  async get(tx: Transaction, key: ProposalKey): Promise<ProposalDraft> {
    return this.read(tx, await this.access.open(tx, key, 'get'));
  }

  /** The same in a transaction that has let the writer in. */
  async read(tx: Transaction, proposal: Proposal): Promise<ProposalDraft> {
    const call = await this.calls.get(tx, proposal.callId);
    const sections = await this.sections.all(tx, proposal.id);
    const files = await this.files.of(tx, proposal.id);
    const scans = await this.store.scanStates(
      tx,
      files.map(({ sha256 }) => sha256),
    );
    const decision = await this.decisions.of(tx, proposal.id);
    const subject = { kind: PROPOSAL_SUBJECT, id: proposal.id };
    const retention = await this.retention.read(tx);
    const unsent = proposal.number === null && proposal.accessHash !== null;
    const { answers, faults } = readAnswers(call.form, sections, files);
    return {
      ...{ proposal, call, sections, files, scans, faults },
      section: await this.municipalities.sectionOf(tx, call.sectionId),
      standing: standingOf(call, tx.now),
      deletedAfter: unsent ? lastDayOfDraft(await this.retention.savedAt(tx, proposal.id), retention) : null,
      contactDays: retention.contactDays,
      answers: proposal.answers ?? answers,
      decision: decision?.decidedOn ? decision : null,
      mergedInto: decision?.decidedOn && decision.mergedInto ? await this.nameOf(tx, decision.mergedInto) : null,
      screening: await this.course.screeningOf(tx, proposal.id),
      presentation: await this.presentations.presentationOf(tx, proposal.id),
      panelComment: (await this.results.commentOn(tx, subject))?.comment ?? null,
      hearing: await this.hearings.read(tx, proposal.id),
      sortingSettled: (await this.course.settlementOf(tx, proposal.callId)) !== null,
      sorting: (await this.course.sortingsOf(tx, [proposal.id])).at(-1) ?? null,
    };
  }

  private async nameOf(tx: Transaction, id: string): Promise<Pick<Proposal, 'number' | 'title'>> {
    const { number, title } = await this.proposals.get(tx, id);
    return { number, title };
  }

  ofOrganization(tx: Transaction, organizationId: string): Promise<Proposal[]> {
    return this.proposals.ofOrganization(tx, organizationId);
  }

  async file(tx: Transaction, key: ProposalKey, sha256: string): Promise<FileContent & { readonly name: string }> {
    const { id } = await this.access.open(tx, key, 'get');
    const file = (await this.files.of(tx, id)).find((each) => each.sha256 === sha256);
    if (!file) throw DomainError.notFound();
    return { ...(await this.store.open(tx, sha256)), name: file.name };
  }
}
