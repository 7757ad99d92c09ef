import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ApplicationDirectory, projectPeriod } from '../../applications/index.js';
import { GrantChanges } from '../../grant-changes/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { lastDayOf } from '../../kernel/fiscal-year.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ReportForm } from '../../programs/index.js';
import { dueAfterDiscontinuation, dueDay } from '../domain/due-day.js';
import { reportMachine, type PerformanceReport } from '../domain/report.js';
import { DeterminationStore } from '../store/determination.store.js';
import { ReportSectionStore } from '../store/report-section.store.js';
import { ReportStore } from '../store/report.store.js';
import { CaseOfReport } from './case-of-report.js';
import { journeyOf, RECEIPTS } from './report-sections.js';

/** What asks for reports: the letter of a decision, a new morning, a payment, and the end of a grant. */
@Injectable()
export class OpenReports {
  constructor(
    private readonly reports: ReportStore,
    private readonly sections: ReportSectionStore,
    private readonly grants: GrantDirectory,
    private readonly applications: ApplicationDirectory,
    private readonly changes: GrantChanges,
    private readonly determinations: DeterminationStore,
    private readonly cases: CaseOfReport,
  ) {}

  /** The letter is out: the report may be written from now on, and is due after the end of the project. Once a grant. */
  async open(tx: Transaction, grantId: string): Promise<void> {
    const grant = await this.grants.getForUpdate(tx, grantId);
    const asked = grant.document.report;
    if (grant.state !== 'issued' || !asked || (await this.reports.ofGrant(tx, grantId))) return;
    const { applicationId, organizationId, organizationName, programVersionId, programName, fiscalYear } = grant;
    const application = await this.applications.get(tx, applicationId);
    const end = await this.endOf(tx, grant, asked);
    const id = randomUUID();
    await this.reports.add(tx, {
      ...{ id, grantId, applicationId, organizationId, organizationName, programVersionId, programName, fiscalYear },
      ...{ title: application.title, state: 'open', ...end },
    });
    await this.sections.open(tx, id, [...new Set([...journeyOf(asked), RECEIPTS])]);
    tx.audit({ action: 'report.opened', subjectKind: 'performance-report', subjectId: id, organizationId });
    tx.announce({ type: 'ReportOpened', subjectId: id, organizationId });
  }

  /** The grant was amended: its report is due after the end of the project as it is now. */
  async followAmendment(tx: Transaction, grantId: string): Promise<void> {
    const grant = await this.grants.getForUpdate(tx, grantId);
    const asked = grant.document.report;
    const found = await this.reports.ofGrant(tx, grantId);
    if (!asked || found?.state !== 'open' || grant.discontinuedOn !== null) return;
    const report = await this.reports.getForUpdate(tx, found.id);
    const end = await this.endOf(tx, grant, asked);
    await this.reports.change(tx, report, end);
    await this.cases.settleIn(tx, { ...report, ...end });
  }

  /** When the project ends and its report is due, with every amendment that holds. */
  private async endOf(
    tx: Transaction,
    grant: GrantView,
    { due }: ReportForm,
  ): Promise<Pick<PerformanceReport, 'completesOn' | 'dueOn'>> {
    const { answers } = await this.changes.contentInForce(tx, grant);
    const completesOn = projectPeriod(grant.document, answers)?.until ?? lastDayOf(grant.fiscalYear);
    return { completesOn, dueOn: dueDay(due, completesOn, grant.fiscalYear) };
  }

  /** What ended by yesterday is asked for from this morning on. */
  async askForEnded(tx: Transaction): Promise<void> {
    for (const report of await this.reports.endedBefore(tx, tx.today)) await this.cases.settleIn(tx, report);
  }

  /** A payment came to its end: the case goes on to its report. */
  async goOnAfterPayment(tx: Transaction, grantId: string): Promise<void> {
    const report = await this.reports.ofGrant(tx, grantId);
    if (!report) return;
    const determination = await this.determinations.ofGrant(tx, grantId);
    const settled = determination !== null && determination.determinedOn !== null;
    if (settled) await this.cases.closeAfterPayment(tx, report);
    else await this.cases.settleIn(tx, report);
  }

  /** 中止・廃止 was approved: what was done until then is reported within its own days, and never later than before. */
  async hasten(tx: Transaction, grantId: string): Promise<void> {
    const { discontinuedOn, document } = await this.grants.getForUpdate(tx, grantId);
    const found = await this.reports.ofGrant(tx, grantId);
    if (!found || !document.report || discontinuedOn === null) return;
    const report = await this.reports.getForUpdate(tx, found.id);
    if (report.state !== 'open') return;
    const from = discontinuedOn > tx.today ? discontinuedOn : tx.today;
    const due = dueAfterDiscontinuation(document.report.due, from);
    const sooner = { completesOn: discontinuedOn, dueOn: due < report.dueOn ? due : report.dueOn };
    await this.reports.change(tx, report, sooner);
    await this.cases.settleIn(tx, { ...report, ...sooner });
    const { id: subjectId, organizationId } = report;
    const detail = { dueOn: sooner.dueOn };
    tx.audit({ action: 'report.hastened', subjectKind: 'performance-report', subjectId, organizationId, detail });
  }

  /** 全部取消し: nothing is left to be reported of, unless the amount was determined before. */
  async withdrawRevoked(tx: Transaction, grantId: string): Promise<void> {
    const { revokedOn } = await this.grants.getForUpdate(tx, grantId);
    const report = await this.reports.ofGrant(tx, grantId);
    if (revokedOn !== null && report && report.state !== 'accepted') await this.withdraw(tx, grantId);
  }

  /** The grant was taken back: nothing is reported of it. */
  async withdraw(tx: Transaction, grantId: string): Promise<void> {
    const found = await this.reports.ofGrant(tx, grantId);
    if (!found || found.state === 'withdrawn') return;
    const report = await this.reports.getForUpdate(tx, found.id);
    const state = nextState(reportMachine, 'reports.not-open', report.state, 'withdraw');
    await this.reports.change(tx, report, { state, correctBy: null });
    const { id: subjectId, organizationId } = report;
    tx.audit({ action: 'report.withdrawn', subjectKind: 'performance-report', subjectId, organizationId });
  }
}
