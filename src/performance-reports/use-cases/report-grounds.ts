import { Injectable } from '@nestjs/common';
import {
  ApplicationDirectory,
  deductibleCredit,
  restoreBudget,
  type ApplicationView,
  type BudgetLine,
} from '../../applications/index.js';
import { GrantChanges } from '../../grant-changes/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  dependsOnCosts,
  evaluateRule,
  type AmountRule,
  type Facts,
  type ProgramDocument,
  type ReportForm,
} from '../../programs/index.js';
import { GRANT_LINE, type AskedAccount, type GrantOf, type PlannedLine } from '../domain/account.js';
import { determinedFor, type DeterminationGround } from '../domain/determination.js';
import type { PerformanceReport } from '../domain/report.js';

/** What a report stands on: the decision, the application that was granted, and what the edition asks for. */
export interface ReportGround {
  readonly report: PerformanceReport;
  readonly grant: GrantView;
  readonly application: ApplicationView;
  readonly document: ProgramDocument;
  readonly asked: ReportForm;
  readonly account: AskedAccount;
  readonly plan: readonly PlannedLine[];
  /** 交付決定額 in force. */
  readonly decision: Yen;
  readonly rule: AmountRule;
  readonly facts: Facts;
  readonly timesThisYear: number;
  readonly determining: DeterminationGround;
  /** The grant as it would be determined from these costs. */
  readonly grantOf: GrantOf;
}

/** Brings together what a report is read against, and judged by. */
@Injectable()
export class ReportGrounds {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly applications: ApplicationDirectory,
    private readonly changes: GrantChanges,
  ) {}

  async of(tx: Transaction, report: PerformanceReport): Promise<ReportGround> {
    const grant = await this.changes.asTold(tx, await this.grants.get(tx, report.grantId));
    const application = await this.applications.get(tx, report.applicationId);
    const { document } = grant;
    const asked = document.report;
    if (!asked) throw new Error(`nothing is reported of the grant ${grant.id}`);
    const { rule, budget } = document;
    // With every amendment that holds: the report is read against what the organisation was last allowed to do.
    const content = await this.changes.contentInForce(tx, grant);
    const { facts } = content;
    const timesThisYear = await this.applications.orderInYear(tx, application);
    const sent = restoreBudget(content.budget);
    const taxCredit = budget.taxCredit ? deductibleCredit(sent.taxCredit) : ZERO_YEN;
    const decision = grant.amountInForce;
    const determining: DeterminationGround = {
      ...{ decision, flat: !dependsOnCosts(rule), withinCost: asked.withinCost, taxCredit },
      deductsOtherIncome: rule.deductions.otherIncome,
      deductsTaxCredit: rule.deductions.taxCredit,
      decisionArticle: document.articles.decision,
      article: asked.articles.determination,
    };
    return {
      ...{ report, grant, application, document, asked, decision, rule, facts, timesThisYear, determining },
      account: {
        grantLabel: budget.grantLabel,
        income: budget.income,
        expenditure: budget.expenditure,
        carryOver: asked.carryOver,
      },
      plan: [
        ...sent.income.filter(({ id }) => id !== GRANT_LINE).map((line) => plannedLine('income', line, grant)),
        ...sent.expenditure.map((line) => plannedLine('expenditure', line, grant)),
      ],
      grantOf: (actual) =>
        determinedFor(determining, actual, (costs) =>
          evaluateRule(rule, { ...costs, taxCredit, facts, timesThisYear }),
        ),
    };
  }
}

/** A cost that the review judged counts as it was judged. */
function plannedLine(side: PlannedLine['side'], line: BudgetLine, { assessedLines }: GrantView): PlannedLine {
  const { id, category, label, amount, remark, eligible } = line;
  const judged = assessedLines.find(({ lineId }) => lineId === id);
  return { id, side, category, label, amount, remark, eligible: judged?.eligible ?? eligible ?? false };
}
