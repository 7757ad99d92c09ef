import { Injectable } from '@nestjs/common';
import { LedgerBooks } from '../../budgets/index.js';
import { CaseList, type CaseItem, type Phase } from '../../cases/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { yen, type Yen } from '../../kernel/yen.js';
import { formatEra } from '../../kernel/local-date.js';
import { GrantChanges } from '../../grant-changes/index.js';
import { OpenPayments, type OpenOfYear, type PaymentOrder } from '../../payments/index.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  DeterminationDirectory,
  openDay,
  ReportDirectory,
  type Determination,
  type PerformanceReport,
} from '../../performance-reports/index.js';
import { OpenRefunds, type OpenPayback, type OpenRefund } from '../../repayments/index.js';
import { sumsByGrant } from '../domain/by-grant.js';
import type { OpenMatter } from '../domain/open-matter.js';
import { LaterPaymentOrderStore } from '../store/later-payment-order.store.js';
import { Arrears, type GrantInArrears } from './arrears.js';

/** Received and not decided. */
const UNDECIDED: readonly Phase[] = ['submitted', 'returned', 'review', 'passed', 'approval', 'withdrawal-asked'];

/** Asks every stage what is not finished of a year. */
@Injectable()
export class OpenMatters {
  constructor(
    private readonly cases: CaseList,
    private readonly grants: GrantDirectory,
    private readonly payments: OpenPayments,
    private readonly reports: ReportDirectory,
    private readonly ledger: LedgerBooks,
    private readonly refunds: OpenRefunds,
    private readonly changes: GrantChanges,
    private readonly determinations: DeterminationDirectory,
    private readonly arrears: Arrears,
    private readonly laterOrders: LaterPaymentOrderStore,
  ) {}

  async of(tx: Transaction, year: FiscalYear): Promise<OpenMatter[]> {
    const cases = await this.cases.ofYear(tx, year);
    const grants = await this.grants.list(tx, { fiscalYear: year });
    const payments = await this.payments.of(tx, year);
    const determined = await this.determinations.amounts(tx);
    const reports = (await this.reports.list(tx, ['open', 'returned', 'submitted', 'inspected'])).filter(
      // A report stays inspected when its amount is determined.
      ({ grantId, state }) => !(state === 'inspected' && determined.has(grantId)),
    );
    return [
      ...cases.filter(({ phase }) => UNDECIDED.includes(phase)).map(undecided),
      ...grants.filter(({ state }) => state === 'decided' || state === 'scheduled').map(unissued),
      ...(await this.changing(tx, grants)),
      ...openPayments(payments),
      ...reports.filter(({ fiscalYear }) => fiscalYear === year).map(openReport),
      ...(await this.determinations.unissued(tx, year)).map(unnotified),
      ...(await this.unclaimed(tx, grants, payments)),
      ...(await this.inArrears(tx, year)),
      ...(await this.refunds.of(tx, year)).map(unrefunded),
      ...(await this.refunds.paybacksOf(tx, year)).map(toPayBack),
    ];
  }

  /** What the section has asked for waits for the treasury. */
  private async inArrears(tx: Transaction, year: FiscalYear): Promise<OpenMatter[]> {
    const asked = new Set((await this.laterOrders.inState(tx, 'ordered')).map(({ grantId }) => grantId));
    return (await this.arrears.ofYear(tx, year)).map((each) => ({
      ...inArrears(each),
      ...(asked.has(each.grant.id) && { openWith: 'treasury' as const }),
    }));
  }

  private async changing(tx: Transaction, grants: readonly GrantView[]): Promise<OpenMatter[]> {
    const own = new Map(grants.map((grant) => [grant.id, grant]));
    return (await this.changes.unfinished(tx)).flatMap(({ id, grantId, state, amount }): OpenMatter[] => {
      const grant = own.get(grantId);
      if (!grant) return [];
      const { applicationId: caseId, programName, organizationName: name } = grant;
      const openWith = state === 'returned' ? 'committee' : state === 'proposed' ? 'approvers' : 'promotion';
      return [{ kind: 'changing', id, caseId, programName, name, amount, openWith, dueOn: null }];
    });
  }

  /** What is committed, and neither ordered nor asked for by a claim that stands. */
  private async unclaimed(
    tx: Transaction,
    grants: readonly GrantView[],
    { unconfirmed, unordered, unpaid }: OpenOfYear,
  ): Promise<OpenMatter[]> {
    const held = new Map((await this.ledger.byCause(tx)).map(({ cause, held: sums }) => [cause.id, sums]));
    const asked = sumsByGrant([...unconfirmed, ...unordered, ...unpaid.filter(({ state }) => state === 'drafted')]);
    return grants.flatMap(({ id, applicationId: caseId, programName, organizationName }): OpenMatter[] => {
      const sums = held.get(id);
      const rest = sums ? yen(sums.committed - sums.ordered + sums.returned - asked(id)) : yen(0);
      if (rest <= 0n) return [];
      const named = { caseId, programName, name: organizationName, amount: rest };
      return [{ kind: 'unclaimed', id, ...named, openWith: 'committee', dueOn: null }];
    });
  }
}

const undecided = (item: CaseItem): OpenMatter => ({
  ...{ kind: 'undecided', id: item.id, caseId: item.id, programName: item.programName, name: item.organizationName },
  ...{ amount: item.amount, openWith: item.waitingFor, dueOn: item.dueOn },
});

const unissued = ({
  id,
  applicationId: caseId,
  programName,
  organizationName,
  amount,
  issuedOn,
}: GrantView): OpenMatter => ({
  ...{ kind: 'unissued', id, caseId, programName, name: organizationName, amount },
  ...{ openWith: 'promotion', dueOn: issuedOn },
});

function openReport(report: PerformanceReport): OpenMatter {
  const { id, applicationId: caseId, programName, organizationName: name, state } = report;
  const named = { id, caseId, programName, name, amount: null, dueOn: openDay(report) };
  return state === 'open' || state === 'returned'
    ? { kind: 'unreported', ...named, openWith: 'committee' }
    : { kind: 'uninspected', ...named, openWith: 'promotion' };
}

const unnotified = ({ id, ...determination }: Determination): OpenMatter => ({
  ...{ kind: 'unnotified', id, caseId: determination.applicationId, programName: determination.programName },
  ...{ name: determination.organizationName, amount: determination.amount },
  ...{ openWith: 'promotion', dueOn: determination.issuedOn },
});

const inArrears = ({ grant: { id, applicationId: caseId, programName, organizationName }, amount }: GrantInArrears) =>
  ({
    ...{ kind: 'arrears', id, caseId, programName, name: organizationName, amount },
    ...{ openWith: 'promotion', dueOn: null },
  }) satisfies OpenMatter;

const toPayBack = ({ demand, amount }: OpenPayback): OpenMatter => ({
  ...{ kind: 'payback', id: demand.id, caseId: demand.applicationId, programName: demand.programName },
  ...{ name: demand.organizationName, amount, openWith: 'treasury', dueOn: null },
});

const unrefunded = ({ demand, open: amount, openWith, dueOn }: OpenRefund): OpenMatter => ({
  ...{ kind: 'unrefunded', id: demand.id, caseId: demand.applicationId, programName: demand.programName },
  ...{ name: demand.organizationName, amount, openWith, dueOn },
});

/** A drafted order waits for its approvers, one that the bank gave back for its account, any other for the treasury. */
const orderedWith = ({ state }: PaymentOrder): OpenMatter['openWith'] =>
  state === 'drafted' ? 'approvers' : state === 'failed' ? 'promotion' : 'treasury';

function openPayments({ unconfirmed, unordered, unpaid, afterClosing, batches }: OpenOfYear): OpenMatter[] {
  const named = (each: {
    id: string;
    applicationId: string;
    programName: string;
    organizationName: string;
    amount: Yen;
  }) => ({
    ...{ id: each.id, caseId: each.applicationId, programName: each.programName },
    ...{ name: each.organizationName, amount: each.amount, dueOn: null },
  });
  return [
    ...unconfirmed.map((claim): OpenMatter => ({ kind: 'unconfirmed', ...named(claim), openWith: 'committee' })),
    ...unordered.map((claim): OpenMatter => ({ kind: 'unordered', ...named(claim), openWith: 'promotion' })),
    ...unpaid.map((order): OpenMatter => ({
      ...{ kind: order.state === 'failed' ? 'failed' : 'unpaid', ...named(order), openWith: orderedWith(order) },
    })),
    ...afterClosing.map((order): OpenMatter => ({ kind: 'failed', ...named(order), openWith: 'treasury' })),
    ...batches.map(({ id, paymentDate, number, total }): OpenMatter => ({
      ...{ kind: 'unreleased', id, caseId: null, programName: '支払の束', amount: total },
      ...{ openWith: 'treasury', dueOn: paymentDate },
      name: `${formatEra(paymentDate)}の束（${String(number)}）`,
    })),
  ];
}
