import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Fault } from '../../kernel/domain-error.js';
import { storeWorking, type Working } from '../../kernel/working.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs, type Facts, type ProgramDocument } from '../../programs/index.js';
import { amendableForm, amendedAnswers, fieldsOfSent } from '../domain/amended-content.js';
import { countableAnswers, type Fields, sectionNamed, type SectionName, type Sections } from '../../forms/index.js';
import type { Application } from '../domain/application.js';
import { applicationTitle } from '../domain/application-title.js';
import { budgetFigures, type BudgetFigures, type GrantOf } from '../domain/budget-figures.js';
import { changesBetween, type Change } from '../domain/correction-points.js';
import { factFaults, factsFor, pendingWorking } from '../domain/fact-sources.js';
import { BUDGET } from '../domain/form.js';
import { outsideYearFaults } from '../domain/project-period.js';
import { budgetIn } from '../domain/sections.js';
import { contentFaults, submittedSections, type SubmittedContent } from '../domain/submission.js';
import { workingUpTo, type MostAmount } from '../domain/working-up-to.js';
import { ApplicationStore } from '../store/application.store.js';
import { SubmissionStore } from '../store/submission.store.js';
import { askedOf } from './asked-of.js';

/** What an amendment would make of an application, judged as its submission was. */
export interface AmendedContent {
  /** With the questions that can be answered otherwise. */
  readonly document: ProgramDocument;
  /** The project as it would be called. */
  readonly title: string;
  readonly facts: Facts;
  readonly timesThisYear: number;
  /** Stands for the working while something that the rule asks for is not known. */
  readonly pending: Working | null;
  readonly most: MostAmount | null;
  readonly grantOf: GrantOf;
  readonly figures: BudgetFigures;
  readonly content: SubmittedContent;
  readonly changes: readonly Change[];
  /** Of `content`: what is sent is what was checked. */
  readonly digest: string;
  readonly faults: readonly Fault[];
}

export interface AmendedQuestion {
  readonly applicationId: string;
  /** What holds until now. */
  readonly before: SubmittedContent;
  readonly sections: Sections;
  /** null: the amendment asks for more. */
  readonly most: MostAmount | null;
}

/** The content of a decided application, to be changed by an amendment under the same edition, rule and facts. */
@Injectable()
export class AmendedContents {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly submissions: SubmissionStore,
    private readonly programs: Programs,
  ) {}

  /** What was sent last, with what staff put right. */
  async sent(tx: Transaction, applicationId: string): Promise<SubmittedContent> {
    const { id } = await this.applications.get(tx, applicationId);
    const newest = await this.submissions.newest(tx, id);
    if (!newest) throw new Error(`application ${id} was never sent`);
    return newest.content;
  }

  /** The fields with which an amendment begins. */
  async copy(
    tx: Transaction,
    applicationId: string,
    content: SubmittedContent,
  ): Promise<ReadonlyMap<SectionName, Fields>> {
    const { form, budget } = await this.documentOf(tx, await this.applications.get(tx, applicationId));
    return fieldsOfSent(form, budget, content);
  }

  async read(tx: Transaction, { applicationId, before, sections, most }: AmendedQuestion): Promise<AmendedContent> {
    const application = await this.applications.get(tx, applicationId);
    const whole = await this.documentOf(tx, application);
    const document = { ...whole, form: amendableForm(whole.form) };
    const { facts, missing } = factsFor(
      document.rule.facts.filter(({ source }) => source === 'question'),
      { wards: 0, figures: new Map(), answers: countableAnswers(document.form, sections), supportYear: null },
    );
    const pending = missing.length > 0 ? pendingWorking(missing) : null;
    const known = { ...before.facts, ...facts };
    const { thisYear } = await this.applications.countBefore(tx, application, application.id);
    const timesThisYear = thisYear + 1;
    const grantOf: GrantOf = (costs) =>
      workingUpTo(pending ?? this.programs.working({ document }, { ...costs, facts: known, timesThisYear }), most);
    const figures = budgetFigures(document.budget, budgetIn(sectionNamed(sections, BUDGET)), grantOf);
    const written = { sections, files: [] };
    const { answers, budget } = submittedSections(document, written, figures.working.total);
    const content: SubmittedContent = {
      ...before,
      ...{ facts: known, budget, working: storeWorking(figures.working) },
      answers: amendedAnswers(whole.form, before.answers, answers),
    };
    return {
      ...{ document, facts: known, timesThisYear, pending, most, grantOf, figures, content },
      title: applicationTitle(document, content.answers),
      changes: changesBetween(before, content),
      digest: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      faults: [
        ...contentFaults(document, written, figures.working.total),
        ...factFaults(missing),
        ...outsideYearFaults(document, content.answers),
      ],
    };
  }

  private async documentOf(tx: Transaction, application: Application): Promise<ProgramDocument> {
    const { document } = await this.programs.version(tx, application.programVersionId);
    return askedOf(document, application);
  }
}
