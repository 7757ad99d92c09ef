import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty } from '../../kernel/actor.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Working } from '../../kernel/working.js';
import { yen, type Yen } from '../../kernel/yen.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  dependsOnCosts,
  evaluateRule,
  Programs,
  type ProgramDocument,
  type ProgramVersion,
} from '../../programs/index.js';
import type { Application } from '../domain/application.js';
import { applicationTitle } from '../domain/application-title.js';
import { factsFor, type FoundFacts } from '../domain/fact-sources.js';
import { costsUnder, countedAnswers } from '../domain/rule-trial.js';
import type { SubmittedContent } from '../domain/submission.js';
import { ApplicationStore } from '../store/application.store.js';
import { ApplicationDirectory } from './application-directory.js';

/** An application that was sent, with what the tried edition would give for the same. */
export interface TriedApplication {
  readonly application: Application;
  readonly title: string;
  /** What it came to when it was sent. */
  readonly before: Yen;
  /** null where something that the edition asks for is not known of it. */
  readonly after: Working | null;
  /** What is not known, by its label. */
  readonly missing: readonly string[];
  /** Categories with money in them that the edition does not know. */
  readonly lost: readonly string[];
}

export interface RuleTrial {
  /** The years of which something was sent, newest first; none later than the edition's own. */
  readonly years: readonly FiscalYear[];
  /** The year that was tried; null where nothing was ever sent. */
  readonly year: FiscalYear | null;
  readonly rows: readonly TriedApplication[];
}

/** The rule of an edition, published or not, on applications that were really sent. Reads and writes nothing. */
@Injectable()
export class RuleTrials {
  constructor(
    private readonly directory: ApplicationDirectory,
    private readonly applications: ApplicationStore,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
  ) {}

  /** On those of the year, or of the newest year of which there are any. Staff only. */
  async onSent(tx: Transaction, version: ProgramVersion, asked: FiscalYear | null): Promise<RuleTrial> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    const { programId, document } = version;
    const years = await this.applications.yearsSent(tx, programId, document.fiscalYear);
    const year = years.find((each) => each === asked) ?? years[0] ?? null;
    if (year === null) return { years, year, rows: [] };
    const editions = new Map<string, ProgramDocument>();
    const sentBefore = new Map<string, number>();
    const rows: TriedApplication[] = [];
    for (const { application, submission } of await this.directory.sentFor(tx, { programId, fiscalYear: year })) {
      const { organizationId, programVersionId } = application;
      const sentUnder = editions.get(programVersionId) ?? (await this.programs.version(tx, programVersionId)).document;
      editions.set(programVersionId, sentUnder);
      const timesThisYear = (sentBefore.get(organizationId) ?? 0) + 1;
      sentBefore.set(organizationId, timesThisYear);
      const found = await this.factsOf(tx, application, submission.content, document);
      rows.push(tried(application, submission.content, { document, sentUnder, found, timesThisYear }));
    }
    return { years, year, rows };
  }

  /** As they were frozen when it was sent; a figure that nobody asked for then may have been entered for its year since. */
  private async factsOf(
    tx: Transaction,
    { organizationId, fiscalYear }: Application,
    content: SubmittedContent,
    { rule }: ProgramDocument,
  ): Promise<FoundFacts> {
    const frozen = Object.entries(content.facts).map(([id, value]): [string, string] => [id, String(value)]);
    const asksMore = rule.facts.some(({ id, source }) => source === 'figure' && content.facts[id] === undefined);
    const entered = asksMore ? await this.organizations.figuresOf(tx, organizationId, fiscalYear) : [];
    return factsFor(rule.facts, {
      wards: content.applicant.wards.length,
      figures: new Map([...entered, ...frozen]),
      answers: countedAnswers(content),
      supportYear: null,
    });
  }
}

interface Trying {
  readonly document: ProgramDocument;
  readonly sentUnder: ProgramDocument;
  readonly found: FoundFacts;
  readonly timesThisYear: number;
}

function tried(
  application: Application,
  content: SubmittedContent,
  { document, sentUnder, found, timesThisYear }: Trying,
): TriedApplication {
  const { lost, ...costs } = costsUnder(document.budget, sentUnder.budget, content);
  const { facts, missing } = found;
  return {
    application,
    title: applicationTitle(sentUnder, content.answers),
    before: yen(content.working.total),
    after: missing.length > 0 ? null : evaluateRule(document.rule, { ...costs, facts, timesThisYear }),
    missing: missing.map(({ label }) => label),
    lost: dependsOnCosts(document.rule) ? lost : [],
  };
}
