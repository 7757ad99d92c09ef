import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty } from '../../kernel/actor.js';
import { storeWorking, type StoredWorking } from '../../kernel/working.js';
import { yen, type Yen } from '../../kernel/yen.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs, type Facts, type ProgramDocument } from '../../programs/index.js';
import type { Answer } from '../../forms/index.js';
import { applicationTitle } from '../domain/application-title.js';
import type { Application } from '../domain/application.js';
import type { CorrectionPoint } from '../domain/correction-points.js';
import type { StoredBudget } from '../domain/stored-budget.js';
import type { Submission } from '../domain/submission.js';
import type { LateAcceptance, SubmissionWindow } from '../domain/submission-window.js';
import { ApplicationStore } from '../store/application.store.js';
import { LateAcceptanceStore } from '../store/late-acceptance.store.js';
import { PointStore } from '../store/point.store.js';
import { ApplicationSectionStore } from '../store/application-section.store.js';
import { SubmissionStore } from '../store/submission.store.js';
import { askedOf } from './asked-of.js';
import { DecisionPort } from './decision-port.js';
import { GrantAmounts } from './grant-amounts.js';
import { SubmissionWindows } from './submission-windows.js';

/** What later stages see of an application: as submitted, or, while it is a draft, as it would be today. */
export interface ApplicationView extends Application {
  readonly document: ProgramDocument;
  /** The project as its applicant calls it, or the programme's name. */
  readonly title: string;
  /** What the rule asks for, as far as it is known; frozen at submission. */
  readonly facts: Facts;
  readonly working: StoredWorking;
  readonly amount: Yen;
  /** Empty and null while it was never submitted. */
  readonly answers: readonly Answer[];
  readonly budget: StoredBudget | null;
}

/** What passed, by its names and the amount that it asks for. */
export interface PassedInBrief extends Application {
  readonly title: string;
  readonly amount: Yen;
}

/** The applications as the later stages and the desks read them, through the actor. */
@Injectable()
export class ApplicationDirectory {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly submissions: SubmissionStore,
    private readonly points: PointStore,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly windows: SubmissionWindows,
    private readonly late: LateAcceptanceStore,
    private readonly sections: ApplicationSectionStore,
    private readonly amounts: GrantAmounts,
    private readonly decision: DecisionPort,
  ) {}

  /** Throws not-found for another organisation's officer. */
  async get(tx: Transaction, id: string): Promise<ApplicationView> {
    return this.view(tx, await this.applications.get(tx, id));
  }

  /** The adopted proposal from which it began; null for most. Throws not-found. */
  async proposalOf(tx: Transaction, id: string): Promise<string | null> {
    return (await this.applications.get(tx, id)).proposalId;
  }

  /** What began from a proposal and was not taken back. */
  begunFrom(tx: Transaction, proposalId: string): Promise<Application[]> {
    return this.applications.ofProposals(tx, [proposalId]);
  }

  /** Newest year first. */
  ofOrganization(tx: Transaction, organizationId: string): Promise<Application[]> {
    return this.applications.ofOrganization(tx, organizationId);
  }

  /** What passed the review and stays so, in the order of reception. */
  async passed(tx: Transaction): Promise<ApplicationView[]> {
    const passed = await this.applications.passed(tx);
    const views: ApplicationView[] = [];
    for (const application of passed) views.push(await this.view(tx, application));
    return views;
  }

  /** The same of a programme's year, with no more than names and amounts, read at once. Staff only. */
  async passedFor(tx: Transaction, key: Pick<Application, 'programId' | 'fiscalYear'>): Promise<PassedInBrief[]> {
    const passed = (await this.sentFor(tx, key)).filter(({ application }) => application.state === 'passed');
    const documents = new Map<string, ProgramDocument>();
    for (const id of new Set(passed.map(({ application }) => application.programVersionId))) {
      documents.set(id, (await this.programs.version(tx, id)).document);
    }
    return passed.map(({ application, submission: { content } }) => {
      const document = documents.get(application.programVersionId);
      if (!document) throw new Error('every edition was read');
      return { ...application, title: applicationTitle(document, content.answers), amount: yen(content.working.total) };
    });
  }

  /** When it could be sent, and the act by which it was taken after the end; null for one that came in time. */
  async receptionOf(
    tx: Transaction,
    id: string,
  ): Promise<{ readonly window: SubmissionWindow; readonly late: LateAcceptance | null }> {
    const { lateAcceptanceId } = await this.applications.get(tx, id);
    const window = await this.windows.ofApplication(tx, id);
    const [late = null] = lateAcceptanceId === null ? [] : await this.late.list(tx, { id: lateAcceptanceId });
    return { window, late };
  }

  /** What was sent for a programme's year and stands, each with its newest round. Staff only. */
  async sentFor(
    tx: Transaction,
    key: Pick<Application, 'programId' | 'fiscalYear'>,
  ): Promise<{ readonly application: Application; readonly submission: Submission }[]> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    const sent = await this.applications.sentFor(tx, key);
    const newest = await this.submissions.newestOf(
      tx,
      sent.map(({ id }) => id),
    );
    return sent.map((application) => {
      const submission = newest.get(application.id);
      if (!submission) throw new Error(`application ${application.id} is sent without a submission`);
      return { application, submission };
    });
  }

  /** What else the organisation sent in the same year and stands, of any programme, each with its newest round; no refused. */
  async othersOfYear(
    tx: Transaction,
    { id, organizationId, fiscalYear }: Application,
  ): Promise<
    {
      readonly application: Application;
      readonly document: ProgramDocument;
      readonly title: string;
      readonly submission: Submission;
    }[]
  > {
    const sent = await this.applications.otherSentOfYear(tx, { id, organizationId, fiscalYear });
    const refused = await this.decision.get().refusedOf(
      tx,
      sent.map((other) => other.id),
    );
    const others = sent.filter((other) => !refused.has(other.id));
    const newest = await this.submissions.newestOf(
      tx,
      others.map((other) => other.id),
    );
    const found = [];
    for (const application of others) {
      const submission = newest.get(application.id);
      if (!submission) continue;
      const { document } = await this.programs.version(tx, application.programVersionId);
      const title = applicationTitle(document, submission.content.answers);
      found.push({ application, document, title, submission });
    }
    return found;
  }

  /** Which of the organisation's applications of the programme's year it is, in the order of reception: 1 for the first. */
  async orderInYear(tx: Transaction, application: Application): Promise<number> {
    const { thisYear } = await this.applications.countBefore(tx, application, application.id);
    return thisYear + 1;
  }

  /** Every round that was sent, newest first. */
  async submissionsOf(tx: Transaction, id: string): Promise<Submission[]> {
    const application = await this.applications.get(tx, id);
    return this.submissions.of(tx, application.id);
  }

  /** The points of every return, newest round first. */
  async pointsOf(tx: Transaction, id: string): Promise<CorrectionPoint[]> {
    const application = await this.applications.get(tx, id);
    return this.points.of(tx, application.id);
  }

  private async view(tx: Transaction, application: Application): Promise<ApplicationView> {
    const version = await this.programs.version(tx, application.programVersionId);
    const document = askedOf(version.document, application);
    const submission = await this.submissions.newest(tx, application.id);
    if (!submission || application.state === 'draft') {
      const organization = await this.organizations.get(tx, application.organizationId);
      const sections = await this.sections.all(tx, application.id);
      const { facts, figures } = await this.amounts.work(tx, {
        document,
        organization,
        sections,
        programId: application.programId,
        applicationId: application.id,
        project: application,
      });
      return {
        ...application,
        document,
        title: document.name,
        facts,
        working: storeWorking(figures.working),
        amount: figures.working.total,
        answers: [],
        budget: null,
      };
    }
    const { facts, working, answers, budget } = submission.content;
    const title = applicationTitle(document, answers);
    return { ...application, document, title, facts, working, amount: yen(working.total), answers, budget };
  }
}
