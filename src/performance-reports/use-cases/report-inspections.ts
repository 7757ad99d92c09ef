import { Injectable } from '@nestjs/common';
import { BudgetLedger, type YearClosing } from '../../budgets/index.js';
import { HALL_DUTIES, requireDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { accountFigures, GRANT_LINE, type AccountFigures } from '../domain/account.js';
import type { Determination } from '../domain/determination.js';
import { disallowedCosts, disallowedIn, type InspectionOutcome, type LineInspection } from '../domain/inspection.js';
import { changedPlaces, type Change, type Place, type ReportPoint } from '../domain/point.js';
import { duplicatesAmong, type Duplicate, type TypedReceipt } from '../domain/receipt.js';
import { placesOf, type ReportSubmission } from '../domain/report-content.js';
import { DeterminationStore } from '../store/determination.store.js';
import { ReportInspectionStore, type KeptInspection } from '../store/report-inspection.store.js';
import { ReportPointStore } from '../store/report-point.store.js';
import { ReportSubmissionStore } from '../store/report-submission.store.js';
import { ReportStore } from '../store/report.store.js';
import { OtherReceipts } from './other-receipts.js';
import { ReportGrounds, type ReportGround } from './report-grounds.js';

/** The inspection of one report as staff see it. */
export interface InspectionView extends ReportGround {
  readonly submission: ReportSubmission;
  /** Where a point may be put. */
  readonly places: readonly Place[];
  /** Against the round before; empty on the first. */
  readonly changes: readonly Change[];
  readonly points: readonly ReportPoint[];
  readonly inspection: KeptInspection;
  /** How earlier rounds ended, newest first. */
  readonly outcomes: readonly InspectionOutcome[];
  readonly duplicates: readonly Duplicate[];
  /** What would be determined now, without the costs that are not accepted. */
  readonly figures: AccountFigures;
  readonly determination: Determination | null;
  /** 出納閉鎖 of the grant's year: what is still to be paid comes from the present one. */
  readonly closed: YearClosing | null;
}

/** What is proposed for 額の確定 of an inspected report. */
export interface InspectedAmount {
  readonly figures: AccountFigures;
  readonly disallowed: ReturnType<typeof disallowedCosts>;
}

/** The inspections 検査 as the desks and 額の確定 read them. */
@Injectable()
export class ReportInspections {
  constructor(
    private readonly reports: ReportStore,
    private readonly submissions: ReportSubmissionStore,
    private readonly inspections: ReportInspectionStore,
    private readonly points: ReportPointStore,
    private readonly determinations: DeterminationStore,
    private readonly grounds: ReportGrounds,
    private readonly others: OtherReceipts,
    private readonly ledger: BudgetLedger,
  ) {}

  /** Throws not-found for a report that was never sent. */
  async of(tx: Transaction, reportId: string): Promise<InspectionView> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    const report = await this.reports.get(tx, reportId);
    const [submission, before] = await this.submissions.of(tx, reportId);
    if (!submission) throw DomainError.notFound();
    const ground = await this.grounds.of(tx, report);
    const inspection = await this.inspections.of(tx, reportId);
    const receipts = receiptsOf(submission);
    return {
      ...{ ...ground, submission, inspection },
      places: placesOf(submission.content),
      changes: before ? changedPlaces(placesOf(before.content), placesOf(submission.content)) : [],
      points: await this.points.of(tx, reportId),
      outcomes: await this.inspections.outcomes(tx, reportId),
      duplicates: duplicatesAmong(receipts, await this.others.of(tx, report, receipts)),
      figures: figuresOf(ground, submission, inspection.lines),
      determination: await this.determinations.ofGrant(tx, report.grantId),
      closed: await this.ledger.closingOf(tx, report.fiscalYear),
    };
  }

  /** The same, as it is frozen when the amount is proposed. */
  async amountOf(
    tx: Transaction,
    reportId: string,
  ): Promise<InspectedAmount & Pick<InspectionView, 'grant' | 'decision'>> {
    const { grant, decision, submission, inspection, figures } = await this.of(tx, reportId);
    return { grant, decision, figures, disallowed: disallowedCosts(submission.content.account, inspection.lines) };
  }
}

/** The account as it was sent, with what staff did not accept taken off. */
export function figuresOf(
  { account, plan, decision, grantOf }: ReportGround,
  { content }: ReportSubmission,
  inspected: readonly LineInspection[],
): AccountFigures {
  const lines = content.account.filter(({ id }) => id !== GRANT_LINE);
  return accountFigures(account, plan, lines, decision, grantOf, disallowedIn(content.account, inspected));
}

/** What was sent, in the shape in which receipts are compared. */
const receiptsOf = ({ content }: ReportSubmission): TypedReceipt[] =>
  content.receipts.map((receipt) => ({
    ...receipt,
    files: content.files.filter(({ kind }) => kind === receipt.id).map(({ sha256 }) => sha256),
  }));
