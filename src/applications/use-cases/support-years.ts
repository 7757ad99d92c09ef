import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs, type ProgramDocument } from '../../programs/index.js';
import type { Application } from '../domain/application.js';
import { applicationTitle } from '../domain/application-title.js';
import { countsByProject, firstWord, type ProjectOfApplication } from '../domain/continuation.js';
import { ApplicationStore } from '../store/application.store.js';
import { SubmissionStore } from '../store/submission.store.js';

/** A project of an earlier year with which an application may go on. */
export interface EarlierProject {
  readonly id: string;
  readonly title: string;
  readonly fiscalYear: FiscalYear;
  /** From which the project began. */
  readonly proposalId: string | null;
}

/** The year of support of an application, and why it is that one. */
export interface SupportYear {
  /** null while nobody said which project it goes on with. */
  readonly year: number | null;
  /** `年目`. */
  readonly unitLabel: string;
  /** `figure`: staff entered it; `organization`: counted by the organisation's years. */
  readonly why: 'figure' | 'organization' | 'proposal' | 'new' | 'continued' | 'unsaid';
  readonly continues: EarlierProject | null;
  /** Among which its writer may choose; empty where there is nothing to choose. */
  readonly choices: readonly EarlierProject[];
}

export interface SupportQuestion extends ProjectOfApplication {
  /** null while nothing was begun. */
  readonly applicationId: string | null;
  readonly document: ProgramDocument;
  readonly programId: string;
  readonly organizationId: string;
}

/** 支援の年次: by project where an organisation may have several, else by the organisation's years in the programme. */
@Injectable()
export class SupportYears {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly submissions: SubmissionStore,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
  ) {}

  /** null where the rule of the edition does not ask for it. */
  async of(tx: Transaction, question: SupportQuestion): Promise<SupportYear | null> {
    const { document, organizationId, continuation, continuesId, proposalId } = question;
    const fact = document.rule.facts.find(({ source }) => source === 'support-year');
    if (!fact) return null;
    const { unitLabel } = fact;
    const figures = await this.organizations.figuresOf(tx, organizationId, document.fiscalYear);
    const known = readCount(figures.get(fact.id));
    const none = { unitLabel, continues: null, choices: [] };
    if (!countsByProject(document)) {
      if (known !== null) return { ...none, year: known, why: 'figure' };
      const key = { organizationId, programId: question.programId, fiscalYear: document.fiscalYear };
      const { years } = await this.applications.countBefore(tx, key, question.applicationId);
      return { ...none, year: years + 1, why: 'organization' };
    }
    const choices = proposalId === null ? await this.earlierProjects(tx, question) : [];
    if (continuation === 'unsaid') return { ...none, choices, year: null, why: 'unsaid' };
    if (continuesId !== null) {
      const { project, year } = await this.yearAfter(tx, continuesId);
      return { unitLabel, choices, continues: project, year, why: 'continued' };
    }
    if (proposalId !== null) return { ...none, year: 1, why: 'proposal' };
    // What came before this system is known to staff alone, and only of what no earlier application tells.
    if (known !== null) return { ...none, choices, year: known, why: 'figure' };
    return { ...none, choices, year: 1, why: 'new' };
  }

  /** What an application that begins now says of its project. */
  async firstWord(
    tx: Transaction,
    question: Pick<SupportQuestion, 'document' | 'programId' | 'organizationId' | 'proposalId'>,
  ): Promise<ProjectOfApplication> {
    const { document, proposalId } = question;
    if (!countsByProject(document)) return { continuation: 'unsaid', continuesId: null, proposalId };
    return firstWord(proposalId, await this.earlierProjects(tx, { ...question, applicationId: null }));
  }

  /** The newest passed application of each project of the organisation with which nothing else of this year goes on. */
  async earlierProjects(
    tx: Transaction,
    {
      document: { fiscalYear },
      programId,
      organizationId,
      applicationId,
    }: Pick<SupportQuestion, 'document' | 'programId' | 'organizationId' | 'applicationId'>,
  ): Promise<EarlierProject[]> {
    const all = await this.applications.ofOrganization(tx, organizationId);
    const continued = new Set(
      all
        .filter(({ id, state }) => id !== applicationId && state !== 'withdrawn')
        .map(({ continuesId }) => continuesId),
    );
    const earlier = all.filter(
      (each) =>
        each.programId === programId &&
        each.fiscalYear < fiscalYear &&
        each.state === 'passed' &&
        !continued.has(each.id),
    );
    return Promise.all(earlier.map((each) => this.projectOf(tx, each)));
  }

  /** The applications of one project up to this one; null where years count by organisation. */
  async projectLine(
    tx: Transaction,
    { id, programVersionId }: Pick<Application, 'id' | 'programVersionId'>,
  ): Promise<ReadonlySet<string> | null> {
    const { document } = await this.programs.version(tx, programVersionId);
    return countsByProject(document) ? this.lineUpTo(tx, id) : null;
  }

  /** The applications of one project up to this one. */
  async lineUpTo(tx: Transaction, id: string): Promise<ReadonlySet<string>> {
    return new Set((await this.applications.projectLine(tx, id)).map((each) => each.id));
  }

  /** One more than its own year, as it was sent; the same year again where it came to nothing. */
  private async yearAfter(tx: Transaction, id: string): Promise<{ project: EarlierProject; year: number }> {
    const before = await this.applications.get(tx, id);
    const { document } = await this.programs.version(tx, before.programVersionId);
    const fact = document.rule.facts.find(({ source }) => source === 'support-year');
    const sent = (await this.submissions.newest(tx, id))?.content.facts[fact?.id ?? ''];
    const own = typeof sent === 'number' ? sent : 1;
    return { project: await this.projectOf(tx, before), year: before.state === 'passed' ? own + 1 : own };
  }

  private async projectOf(tx: Transaction, { id, fiscalYear, programVersionId }: Application): Promise<EarlierProject> {
    const line = await this.applications.projectLine(tx, id);
    const proposalId = line.find((each) => each.proposalId !== null)?.proposalId ?? null;
    const { document } = await this.programs.version(tx, programVersionId);
    const answers = (await this.submissions.newest(tx, id))?.content.answers ?? [];
    return { id, fiscalYear, proposalId, title: applicationTitle(document, answers) };
  }
}

const readCount = (typed: string | undefined): number | null => {
  const digits = (typed ?? '').normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
};
