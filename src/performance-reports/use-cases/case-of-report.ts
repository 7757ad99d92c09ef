import { Injectable } from '@nestjs/common';
import { CaseList, type CaseItem, type CaseMove, type Phase } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { isAskedFor, type PerformanceReport } from '../domain/report.js';

/** The part of the way that belongs to the report. */
const OWN: readonly Phase[] = [
  'reporting',
  'report-submitted',
  'report-returned',
  'report-inspected',
  'determining',
  'determined',
];

/**
 * Keeps the list of cases in step with the report. While money is still on its way the case stands where the payment is;
 * once it rests, it stands where the report is.
 */
@Injectable()
export class CaseOfReport {
  constructor(private readonly cases: CaseList) {}

  /** After an act on the report. */
  async move(tx: Transaction, { applicationId }: PerformanceReport, move: CaseMove): Promise<void> {
    const item = await this.cases.visible(tx, applicationId);
    if (OWN.includes(item.phase) || isAtRest(item)) await this.cases.move(tx, applicationId, move);
  }

  /** An ended inspection is taken up again, also of a case that had come to its end with it. */
  async takeUp(tx: Transaction, { applicationId }: PerformanceReport, move: CaseMove): Promise<void> {
    const item = await this.cases.visible(tx, applicationId);
    if (OWN.includes(item.phase) || item.phase === 'settled' || isAtRest(item)) {
      await this.cases.move(tx, applicationId, move);
    }
  }

  /** 額の確定 and what follows: from here on the case is at its settlement, whatever claim was just prepared for it. */
  settle(tx: Transaction, { applicationId }: PerformanceReport, move: CaseMove): Promise<void> {
    return this.cases.move(tx, applicationId, move);
  }

  /** The letter is out: unless the rest is claimed already, the case waits for what follows from the amount. */
  async afterLetter(tx: Transaction, { applicationId }: PerformanceReport, move: CaseMove): Promise<void> {
    const { phase } = await this.cases.visible(tx, applicationId);
    if (phase === 'determined') await this.cases.move(tx, applicationId, move);
  }

  /** The rest that was determined is paid: nothing is left to do. */
  async closeAfterPayment(tx: Transaction, { applicationId }: PerformanceReport): Promise<void> {
    const { phase } = await this.cases.visible(tx, applicationId);
    if (phase === 'paid') await this.cases.move(tx, applicationId, { phase: 'settled', waitingFor: 'nobody' });
  }

  /** After a payment, or on a new morning: the case comes to its report where nothing else holds it. */
  async settleIn(tx: Transaction, report: PerformanceReport): Promise<void> {
    const item = await this.cases.visible(tx, report.applicationId);
    const move = isAtRest(item) ? placeOf(report, tx) : null;
    if (move) await this.cases.move(tx, report.applicationId, move);
  }
}

/** Nothing is claimed, ordered or on its way. */
const isAtRest = ({ phase, waitingFor }: CaseItem): boolean =>
  phase === 'paid' || (waitingFor === 'nobody' && (phase === 'issued' || String(phase) === 'part-paid'));

/** Where a case stands by its report alone; null while nothing is asked yet. */
function placeOf(report: PerformanceReport, { today }: Transaction): CaseMove | null {
  const { dueOn, correctBy } = report;
  switch (report.state) {
    case 'open':
      return isAskedFor(report, today) ? { phase: 'reporting', waitingFor: 'committee', dueOn } : null;
    case 'submitted':
      return { phase: 'report-submitted', waitingFor: 'promotion', dueOn: null };
    case 'returned':
      return { phase: 'report-returned', waitingFor: 'committee', dueOn: correctBy };
    case 'inspected':
      return { phase: 'report-inspected', waitingFor: 'promotion', dueOn: null };
    case 'accepted':
      return { phase: 'settled', waitingFor: 'nobody', dueOn: null };
    case 'withdrawn':
      return null;
  }
}
