import { Injectable } from '@nestjs/common';
import { GrantDirectory, LetterFrames, type GrantView } from '../../grants/index.js';
import { LetterTemplates, type Letter } from '../../notices/index.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { BudgetLedger, type YearClosing } from '../../budgets/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { citedInFull, letterOf, type DeterminationWords } from '../../programs/index.js';
import type { Determination } from '../domain/determination.js';
import type { PerformanceReport } from '../domain/report.js';
import { ReportStore } from '../store/report.store.js';
import { DETERMINATION, disallowedInWords } from './determination-subject.js';

/** A letter ready to be issued, and what its delivery depends on. */
export interface ComposedLetter {
  readonly letter: Letter;
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

/** Composes 額の確定通知書 from the determination, the report it answers, and the town's letterhead. */
@Injectable()
export class DeterminationLetter {
  constructor(
    private readonly reports: ReportStore,
    private readonly grants: GrantDirectory,
    private readonly frames: LetterFrames,
    private readonly templates: LetterTemplates,
    private readonly ledger: BudgetLedger,
  ) {}

  async compose(tx: Transaction, determination: Determination): Promise<ComposedLetter> {
    const report = await this.reports.get(tx, determination.reportId);
    const grant = await this.grants.get(tx, determination.grantId);
    const { frame, ...delivery } = await this.frames.of(tx, grant);
    const closed = await this.ledger.closingOf(tx, grant.fiscalYear);
    const source = letterOf(grant.document, 'determination');
    const worded = await this.templates.render(tx, source, wordsOf(determination, grant, report, closed), {
      算定内訳: { kind: 'working', working: determination.working },
    });
    const { id: subjectId, organizationId } = determination;
    return {
      letter: {
        ...{ ...worded, kind: DETERMINATION, formLabel: source.formLabel, numbered: true, ...frame },
        amount: { label: '確定額', yen: String(determination.amount) },
        ...{ subjectKind: DETERMINATION, subjectId, organizationId },
      },
      ...delivery,
    };
  }
}

function wordsOf(
  determination: Determination,
  grant: GrantView,
  report: PerformanceReport,
  closed: YearClosing | null,
): DeterminationWords {
  const { programName, title, decision, amount, paidBefore, rest, over, disallowed } = determination;
  const { document } = grant;
  return {
    program: programName.replace(/\s+/g, ''),
    project: title === programName ? null : title,
    reportedOn: report.receivedOn ?? '',
    decidedOn: grant.issuedOn ?? '',
    decisionNumber: grant.letterNumber ?? '',
    determinationArticle: citedInFull(document, document.report?.articles.determination ?? ''),
    claimArticle: document.articles.claim,
    decision: decision.toString(),
    amount: amount.toString(),
    paidBefore: (paidBefore ?? ZERO_YEN).toString(),
    rest: rest !== null && rest > ZERO_YEN ? rest.toString() : '',
    closedYear: closed ? formatFiscalYear(closed.fiscalYear) : '',
    over: over !== null && over > ZERO_YEN ? over.toString() : '',
    disallowed: disallowed.map(disallowedInWords),
  };
}
