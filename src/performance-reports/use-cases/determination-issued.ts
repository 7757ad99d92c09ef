import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { LaterPaymentsPort } from '../../grants/index.js';
import { nextState } from '../../kernel/machine.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { determinationMachine, type Determination } from '../domain/determination.js';
import { DeterminationStore } from '../store/determination.store.js';
import { ReportStore } from '../store/report.store.js';
import { CaseOfReport } from './case-of-report.js';
import { DETERMINATION } from './determination-subject.js';

/** What happens on 施行日 of 額の確定通知書, whether it was numbered on that day or some days before. */
@Injectable()
export class DeterminationIssued {
  constructor(
    private readonly store: DeterminationStore,
    private readonly reports: ReportStore,
    private readonly cases: CaseOfReport,
    private readonly ledger: BudgetLedger,
    private readonly later: LaterPaymentsPort,
  ) {}

  /** Every scheduled letter whose day has come; after a downtime also those of the days that passed. */
  async issueDue(tx: Transaction): Promise<void> {
    for (const determination of await this.store.dueForIssue(tx)) {
      const state = nextState(determinationMachine, 'reports.not-to-be-issued', determination.state, 'issue');
      await this.store.change(tx, determination.id, { state });
      await this.follow(tx, determination);
    }
  }

  /** The letter is out: the case waits for what follows from the amount. Announces DeterminationLetterIssued. */
  async follow(tx: Transaction, determination: Determination): Promise<void> {
    const { id: subjectId, grantId, reportId, organizationId, letterId, amount, rest, over } = determination;
    if (letterId === null) throw new Error(`the determination ${subjectId} has no letter`);
    // Of a closed year no claim lies ready: the section has the rest paid from the present one.
    const closed = await this.ledger.closingOf(tx, determination.fiscalYear);
    // What a later year paid, or what was paid back, before the letter is settled already.
    const held = await this.later.heldOf(tx, grantId);
    const open = (rest ?? ZERO_YEN) > ZERO_YEN && (!closed || held < amount);
    const owed = (over ?? ZERO_YEN) > ZERO_YEN && held > amount;
    await this.cases.afterLetter(
      tx,
      await this.reports.get(tx, reportId),
      open
        ? { phase: 'determined', waitingFor: closed ? 'promotion' : 'committee' }
        : { phase: owed ? 'determined' : 'settled', waitingFor: owed ? 'promotion' : 'nobody' },
    );
    tx.audit({
      ...{ action: 'determination.letter-issued', subjectKind: DETERMINATION, subjectId, organizationId },
      detail: { letterId },
    });
    tx.announce({ type: 'DeterminationLetterIssued', subjectId: grantId, organizationId, data: { letterId } });
  }
}
