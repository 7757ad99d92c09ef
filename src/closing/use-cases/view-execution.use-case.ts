import { Injectable } from '@nestjs/common';
import { BudgetLedger, LedgerBooks, type BudgetLine } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory, LaterPaymentsPort, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { PaymentBooks } from '../../payments/index.js';
import { isLate, ReportDirectory, type PerformanceReport } from '../../performance-reports/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { sumsByGrant } from '../domain/by-grant.js';
import { executionBy, type CountedGrant, type Execution } from '../domain/execution.js';
import { READS_BOOKS } from '../domain/readers.js';
import { waitsOf, type Milestone, type Times, type Wait } from '../domain/waits.js';
import { inForceOf } from './town-books.js';

export interface YearFigures {
  readonly lines: readonly BudgetLine[];
  readonly programs: readonly Execution[];
  readonly districts: readonly Execution[];
  readonly waits: readonly Wait[];
  /** Reports whose day is over, the longest late first. */
  readonly lateReports: readonly PerformanceReport[];
}

/** The act of the trail by which each milestone is known. */
const ACTS: Readonly<Record<string, Milestone>> = {
  'application.submitted': 'submitted',
  'application.paper-submitted': 'submitted',
  'application.passed': 'passed',
  'grant.decided': 'decided',
  'grant.letter-issued': 'issued',
  'claim.confirmed': 'claimed',
  'payment-order.ordered': 'ordered',
  'payment-order.paid': 'paid',
};

/** 執行状況: how far the money of a year has come, how long each step takes, and what is late. */
@Injectable()
export class ViewExecution {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: BudgetLedger,
    private readonly ledgerBooks: LedgerBooks,
    private readonly cases: CaseList,
    private readonly grants: GrantDirectory,
    private readonly payments: PaymentBooks,
    private readonly later: LaterPaymentsPort,
    private readonly organizations: OrganizationDirectory,
    private readonly reports: ReportDirectory,
    private readonly trail: AuditTrail,
  ) {}

  execute(actor: Actor, year: FiscalYear): Promise<YearFigures> {
    requireDuty(actor, ...READS_BOOKS);
    return this.unitOfWork.read(actor, async (tx) => {
      const grants = await this.grants.list(tx, { fiscalYear: year });
      const counted = await this.counted(tx, year, grants);
      const reports = (await this.reports.list(tx, ['open', 'returned'])).filter(
        ({ fiscalYear }) => fiscalYear === year,
      );
      return {
        lines: await this.ledger.lines(tx, year),
        programs: executionBy('program', counted),
        districts: executionBy('district', counted, await this.organizations.districtNames(tx)),
        waits: waitsOf(await this.times(tx, year, grants)),
        lateReports: reports.filter((report) => isLate(report, tx.today)),
      };
    });
  }

  private async counted(tx: Transaction, year: FiscalYear, grants: readonly GrantView[]): Promise<CountedGrant[]> {
    const districts = new Map((await this.organizations.list(tx)).map(({ id, districtName }) => [id, districtName]));
    const held = new Map((await this.ledgerBooks.byCause(tx)).map(({ cause, held: sums }) => [cause.id, sums]));
    const later = sumsByGrant(
      (await this.later.ofYear(tx, year)).map(({ grant, amount }) => ({ grantId: grant.id, amount })),
    );
    return grants
      .filter((grant) => inForceOf(grant) > 0n)
      .map((grant) => ({
        ...{ program: grant.programName, district: districts.get(grant.organizationId) ?? '' },
        ...{ granted: inForceOf(grant) },
        paid: held.get(grant.id)?.paid ?? ZERO_YEN,
        returned: held.get(grant.id)?.returned ?? ZERO_YEN,
        later: later(grant.id),
      }));
  }

  /** The trail names a case by its application, its grant, its claim or its order; the first act of each kind counts. */
  private async times(tx: Transaction, year: FiscalYear, grants: readonly GrantView[]): Promise<Times[]> {
    const caseOf = new Map<string, string>();
    for (const { id } of await this.cases.ofYear(tx, year)) caseOf.set(id, id);
    for (const { id, applicationId } of grants) caseOf.set(id, applicationId);
    for (const { id, claimId, applicationId } of await this.payments.orders(tx)) {
      if (!caseOf.has(applicationId)) continue;
      caseOf.set(id, applicationId);
      caseOf.set(claimId, applicationId);
    }
    const times = new Map<string, Partial<Record<Milestone, Date>>>();
    for (const { action, subjectId, at } of await this.trail.first(tx, Object.keys(ACTS), [...caseOf.keys()])) {
      const [caseId, milestone] = [caseOf.get(subjectId), ACTS[action]];
      if (caseId === undefined || milestone === undefined) continue;
      const known = times.get(caseId) ?? {};
      if (!known[milestone] || at < known[milestone]) times.set(caseId, { ...known, [milestone]: at });
    }
    return [...times.values()];
  }
}
