import { Injectable } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan } from '../../kernel/local-date.js';
import {
  APPLICATION_SUBJECT,
  ApplicationDirectory,
  restoreBudget,
  totalOf,
  type ApplicationView,
  type Submission,
} from '../../applications/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { PanelResults } from '../../panels/index.js';
import { Ties } from '../../staff/index.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  fallenIn,
  standingIn,
  type AssessableLine,
  type Assessment,
  type LineAssessment,
} from '../domain/assessment.js';
import { answeredItem } from '../domain/answered-item.js';
import type { CheckedFacts } from '../domain/automatic-checks.js';
import type { DraftPoint, ManualAnswer, ReviewItem, ReviewOutcome } from '../domain/review.js';
import { Assessments } from './assessments.js';
import { PriorStarts } from './prior-starts.js';
import { SameCosts } from './same-costs.js';
import { InquiryStore } from '../store/inquiry.store.js';
import { ReviewStore } from '../store/review.store.js';

/** The review of one application as staff see it. */
export interface ReviewView {
  readonly applicationId: string;
  /** 0 while nobody has saved anything. */
  readonly version: number;
  readonly items: readonly ReviewItem[];
  /** Points for the committee that are still being written. */
  readonly points: readonly DraftPoint[];
  /** What may be judged, and what staff said of it so far. */
  readonly lines: readonly AssessableLine[];
  readonly assessments: readonly LineAssessment[];
  /** Judged before a correction changed the line or took it out. */
  readonly fallen: readonly LineAssessment[];
  /** As it would be frozen now, or as it was when the review was passed. */
  readonly assessment: Assessment;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
  /** How earlier rounds ended, newest first. */
  readonly outcomes: readonly ReviewOutcome[];
}

const READERS = ['promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit'] as const;

/** The reviews as the desks and the later stages read them. */
@Injectable()
export class Reviews {
  constructor(
    private readonly store: ReviewStore,
    private readonly applications: ApplicationDirectory,
    private readonly organizations: OrganizationDirectory,
    private readonly inquiries: InquiryStore,
    private readonly priorStarts: PriorStarts,
    private readonly judging: Assessments,
    private readonly panels: PanelResults,
    private readonly sameCosts: SameCosts,
    private readonly ties: Ties,
  ) {}

  /** Applications that passed and may be drafted for decision, in the order of reception. */
  passedApplications(tx: Transaction): Promise<ApplicationView[]> {
    requireDuty(tx.actor, ...READERS);
    return this.applications.passed(tx);
  }

  /** Throws not-found for an application that was never sent. */
  async of(tx: Transaction, applicationId: string): Promise<ReviewView> {
    requireDuty(tx.actor, ...READERS);
    const application = await this.applications.get(tx, applicationId);
    await this.ties.refuseTied(tx, application.organizationId);
    const [submission] = await this.applications.submissionsOf(tx, applicationId);
    if (!submission) throw DomainError.notFound();
    const kept = await this.store.of(tx, applicationId);
    const { version, points, changedAt, changedBy } = kept;
    const items = await this.itemsOf(tx, application, submission, kept.answers);
    const outcomes = await this.store.outcomes(tx, applicationId);
    const lines = this.judging.linesOf(application, submission);
    return {
      ...{ applicationId, version, items, points, lines, changedAt, changedBy, outcomes },
      assessments: standingIn(kept.assessments, lines),
      fallen: fallenIn(kept.assessments, lines),
      assessment: passedWith(outcomes) ?? (await this.judging.of(tx, application, submission, kept.assessments)),
    };
  }

  /** 査定額 with its working and the judged lines of an application that passed: what is proposed for decision. */
  async assessed(tx: Transaction, { id, working }: ApplicationView): Promise<Assessment> {
    requireDuty(tx.actor, ...READERS);
    return passedWith(await this.store.outcomes(tx, id)) ?? { working, lines: [] };
  }

  /** 査定額 in yen of those that passed, all at once. What passed before lines were assessed is left out. */
  async assessedAmounts(tx: Transaction, applicationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    requireDuty(tx.actor, ...READERS);
    return this.store.passedTotals(tx, applicationIds);
  }

  /** The programme's checklist with every answer; automatic ones are worked out anew. */
  async itemsOf(
    tx: Transaction,
    application: ApplicationView,
    submission: Submission,
    answers: readonly ManualAnswer[],
  ): Promise<ReviewItem[]> {
    const facts = await this.factsOf(tx, application, submission);
    return application.document.checklist.map((item) => answeredItem(item, facts, answers));
  }

  private async factsOf(tx: Transaction, application: ApplicationView, submission: Submission): Promise<CheckedFacts> {
    const { organizationId, receivedOn, document } = application;
    const organization = await this.organizations.get(tx, organizationId);
    const officers = await this.organizations.officersOf(tx, organizationId);
    const budget = restoreBudget(submission.content.budget);
    const submittedOn = dayInJapan(submission.submittedAt);
    const { window, late } = await this.applications.receptionOf(tx, application.id);
    const required = document.form.flatMap(({ questions }) => questions).filter((question) => question.required);
    const declarations = submission.content.answers.filter(
      ({ kind, id }) => kind === 'declaration' && required.some((question) => question.id === id),
    );
    return {
      receivedOn: receivedOn ?? submittedOn,
      submittedOn,
      opens: window.opens,
      closes: window.closes,
      extended: window.extension !== null,
      late: late && { reason: late.reason, allowedBy: late.allowedBy, allowedOn: dayInJapan(late.allowedAt) },
      registered: organization.state === 'registered',
      representative: officers.find(({ isRepresentative }) => isRepresentative) ?? null,
      income: totalOf(budget.income),
      expenditure: totalOf(budget.expenditure),
      declared: declarations.filter(({ text }) => text !== '').length,
      declarationsAsked: declarations.length,
      inquiry: await this.inquiries.of(tx, application.id),
      start: await this.priorStarts.of(tx, application),
      orderInYear: await this.applications.orderInYear(tx, application),
      perYear: document.perYear,
      panel: document.panel && (await this.panels.of(tx, { kind: APPLICATION_SUBJECT, id: application.id })),
      sameCost: await this.sameCosts.of(tx, application, submission),
    };
  }
}

/** null while it has not passed, and of what passed before lines were assessed. */
const passedWith = (outcomes: readonly ReviewOutcome[]): Assessment | null =>
  outcomes.find(({ outcome }) => outcome === 'passed')?.assessment ?? null;
