import { Injectable } from '@nestjs/common';
import type { Fault } from '../../kernel/domain-error.js';
import type { Working } from '../../kernel/working.js';
import { OrganizationDirectory, type OrganizationProfile } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs, type Facts, type ProgramDocument } from '../../programs/index.js';
import { countableAnswers, sectionNamed, type Sections } from '../../forms/index.js';
import type { Application } from '../domain/application.js';
import { assessedCosts } from '../domain/assessed-costs.js';
import type { ProjectOfApplication } from '../domain/continuation.js';
import { budgetFigures, type BudgetFigures, type GrantOf } from '../domain/budget-figures.js';
import { factFaults, factsFor, pendingWorking } from '../domain/fact-sources.js';
import { BUDGET } from '../domain/form.js';
import { budgetIn } from '../domain/sections.js';
import type { SubmittedContent } from '../domain/submission.js';
import { NO_TAX_CREDIT } from '../domain/tax-credit.js';
import { ApplicationStore } from '../store/application.store.js';
import { SupportYears, type SupportYear } from './support-years.js';

export interface AmountQuestion {
  readonly document: ProgramDocument;
  readonly programId: string;
  readonly organization: Pick<OrganizationProfile, 'id' | 'wards'>;
  /** null while nothing was begun. */
  readonly applicationId: string | null;
  readonly project: ProjectOfApplication;
  /** null while nothing was written. */
  readonly sections: Sections | null;
}

export interface GrantAmount {
  /** What the rule asks for, as far as it is known. */
  readonly facts: Facts;
  /** Which year of support it is, and why; null where the rule does not ask. */
  readonly support: SupportYear | null;
  /** Which of the organisation's applications of the year it would be today: 1 for the first. */
  readonly timesThisYear: number;
  /** Stands for the working while something that the rule asks for is not known. */
  readonly pending: Working | null;
  /** What the rule gives for other costs than those that are written. */
  readonly grantOf: GrantOf;
  readonly figures: BudgetFigures;
  /** What must be known before the amount can be worked out. */
  readonly faults: readonly Fault[];
}

const NOTHING_WRITTEN = { lines: [], taxCredit: NO_TAX_CREDIT };

/** Brings together what a rule asks for: register, figures, answers, costs, and the applications before this one. */
@Injectable()
export class GrantAmounts {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly supportYears: SupportYears,
  ) {}

  /** What the organisation would get today; 0 yen with the reasons while something is not known. */
  async work(tx: Transaction, question: AmountQuestion): Promise<GrantAmount> {
    const { document, programId, organization, applicationId, project, sections } = question;
    const { fiscalYear, rule, budget } = document;
    const key = { programId, organizationId: organization.id, fiscalYear };
    const before = await this.applications.countBefore(tx, key, applicationId);
    const organizationId = organization.id;
    const asked = { applicationId, document, programId, organizationId, ...project };
    const support = await this.supportYears.of(tx, asked);
    const counted = rule.facts.find(({ source }) => source === 'support-year')?.id;
    const figures = await this.organizations.figuresOf(tx, organizationId, fiscalYear);
    const { facts, missing } = factsFor(rule.facts, {
      wards: organization.wards.length,
      figures: new Map([...figures].filter(([id]) => id !== counted)),
      answers: sections ? countableAnswers(document.form, sections) : {},
      supportYear: support?.year ?? null,
    });
    const timesThisYear = before.thisYear + 1;
    const pending = missing.length > 0 ? pendingWorking(missing) : null;
    const grantOf: GrantOf = (costs) =>
      pending ?? this.programs.working({ document }, { ...costs, facts, timesThisYear });
    const budgeted = budgetFigures(
      budget,
      sections ? budgetIn(sectionNamed(sections, BUDGET)) : NOTHING_WRITTEN,
      grantOf,
    );
    return { facts, support, timesThisYear, pending, grantOf, figures: budgeted, faults: factFaults(missing) };
  }

  /** What the rule gives for what was sent, by the same facts, when some lines are judged otherwise. */
  async reassess(
    tx: Transaction,
    application: Application & { readonly document: ProgramDocument },
    { facts, budget }: SubmittedContent,
    judged: ReadonlyMap<string, boolean>,
  ): Promise<Working> {
    const { thisYear } = await this.applications.countBefore(tx, application, application.id);
    const costs = assessedCosts(application.document.budget, budget, judged);
    return this.programs.working(application, { ...costs, facts, timesThisYear: thisYear + 1 });
  }
}
