import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Fault } from '../../kernel/domain-error.js';
import { storeWorking, type Working } from '../../kernel/working.js';
import { OrganizationDirectory, type OrganizationProfile } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { PRIOR_START_QUESTION, Programs, type Facts, type ProgramDocument } from '../../programs/index.js';
import type { Application } from '../domain/application.js';
import type { GrantOf } from '../domain/budget-figures.js';
import { changesBetween, unansweredFaults, type Change, type CorrectionPoint } from '../domain/correction-points.js';
import { applicationTitle } from '../domain/application-title.js';
import { arrivalOf } from '../domain/paper.js';
import { contentFaults, infectedFaults, submittedSections, type SubmittedContent } from '../domain/submission.js';
import { outsideYearFaults, priorStartFaults } from '../domain/project-period.js';
import { windowFaults, type SubmissionWindow } from '../domain/submission-window.js';
import { yearlyFaults } from '../domain/yearly-limit.js';
import { pointAnswersIn } from '../domain/sections.js';
import { type Sections } from '../../forms/index.js';
import { ApplicationStore } from '../store/application.store.js';
import { PointStore } from '../store/point.store.js';
import { ApplicationSectionStore } from '../store/application-section.store.js';
import { SubmissionStore } from '../store/submission.store.js';
import { askedOf } from './asked-of.js';
import { ApplicationFiles, type Scans } from './application-files.js';
import { GrantAmounts } from './grant-amounts.js';
import type { SupportYear } from './support-years.js';
import { SubmissionWindows } from './submission-windows.js';

/** A draft with all that its pages, its check and its submission need to know. */
export interface PreparedSubmission {
  readonly document: ProgramDocument;
  /** The project as the applicant calls it, or the programme's name. */
  readonly title: string;
  readonly window: SubmissionWindow;
  readonly facts: Facts;
  /** Which year of support it is, and why; null where the rule does not ask. */
  readonly support: SupportYear | null;
  /** Which of the organisation's applications of the year it is: 1 for the first. */
  readonly timesThisYear: number;
  /** Stands for the working while something that the rule asks for is not known. */
  readonly pending: Working | null;
  readonly working: Working;
  /** What the rule gives for other costs than those that are saved. */
  readonly grantOf: GrantOf;
  readonly sections: Sections;
  /** What would be sent now; lines and answers that cannot be read stand in it as blank or 0. */
  readonly content: SubmittedContent;
  /** What was sent before, null on the first round. */
  readonly previous: SubmittedContent | null;
  /** The points of the return that is being answered. */
  readonly points: readonly CorrectionPoint[];
  readonly changes: readonly Change[];
  readonly pointAnswers: Readonly<Record<string, string>>;
  /** Of `content`: what is sent is what was checked. */
  readonly digest: string;
  /** Where the files stand with the virus scanner; what waits for it may be sent. */
  readonly scans: Scans;
  /** Everything that keeps it from being sent. */
  readonly faults: readonly Fault[];
}

/** Puts a draft together and judges it: the check page and the submission see exactly the same. */
@Injectable()
export class PrepareSubmission {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly sections: ApplicationSectionStore,
    private readonly submissions: SubmissionStore,
    private readonly points: PointStore,
    private readonly files: ApplicationFiles,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly windows: SubmissionWindows,
    private readonly amounts: GrantAmounts,
  ) {}

  async prepare(tx: Transaction, application: Application): Promise<PreparedSubmission> {
    const version = await this.programs.version(tx, application.programVersionId);
    const document = askedOf(version.document, application);
    const sender = { organizationId: application.organizationId, applicationId: application.id };
    const window = await this.windows.of(tx, sender, version);
    const organization = await this.organizations.get(tx, application.organizationId);
    const sections = await this.sections.all(tx, application.id);
    const { facts, support, timesThisYear, pending, grantOf, figures, ...amount } = await this.amounts.work(tx, {
      document,
      organization,
      sections,
      programId: application.programId,
      applicationId: application.id,
      project: application,
    });
    const { working } = figures;
    const written = { sections, files: await this.files.toSubmit(tx, application) };
    const content: SubmittedContent = {
      applicant: applicantOf(organization),
      facts,
      working: storeWorking(working),
      ...submittedSections(document, written, working.total),
    };
    const scans = await this.files.scansIn(tx, written.files);
    const previous = (await this.submissions.newest(tx, application.id))?.content ?? null;
    const points = (await this.points.of(tx, application.id)).filter(({ round }) => round === application.round);
    const changes = previous ? changesBetween(previous, content) : [];
    const pointAnswers = pointAnswersIn(sections);
    const faults = [
      ...organizationFaults(organization),
      ...windowFaults(window, application.round, arrivalOf(application, tx.now)),
      ...yearlyFaults(document.perYear, application.round, await this.othersSent(tx, application)),
      ...once([...contentFaults(document, written, working.total), ...amount.faults]),
      ...infectedFaults(content.files, (sha256) => scans.get(sha256) === 'infected'),
      ...outsideYearFaults(document, content.answers),
      ...priorStartFaults(document, content.answers, PRIOR_START_QUESTION),
      ...unansweredFaults(points, pointAnswers, changes),
    ];
    return {
      document,
      title: applicationTitle(document, content.answers),
      window,
      facts,
      support,
      timesThisYear,
      pending,
      working,
      grantOf,
      sections,
      content,
      previous,
      points,
      changes,
      pointAnswers,
      digest: digestOf(content),
      scans,
      faults,
    };
  }

  /** Of the same organisation, programme and year; drafts are not counted, as each of them may still be given up. */
  private async othersSent(tx: Transaction, application: Application): Promise<number> {
    const standing = await this.applications.ofYear(tx, application);
    return standing.filter(({ id, state }) => id !== application.id && state !== 'draft').length;
  }
}

/** A question that is blank is told once, although the amount waits for its answer too. */
const once = (faults: readonly Fault[]): Fault[] =>
  faults.filter(
    ({ pointer }, index) => pointer === '' || faults.findIndex((each) => each.pointer === pointer) === index,
  );

const digestOf = (content: SubmittedContent): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

const applicantOf = ({
  name,
  address,
  postalCode,
  representative,
  wards,
}: OrganizationProfile): SubmittedContent['applicant'] => ({
  name,
  address: `〒${postalCode} ${address}`,
  representative: { role: representative?.role ?? '', name: representative?.name ?? '' },
  wards,
});

function organizationFaults({ state, representative, name }: OrganizationProfile): Fault[] {
  if (state !== 'registered') return [{ pointer: '', code: 'organizations.not-registered', params: { name } }];
  return representative ? [] : [{ pointer: '', code: 'applications.representative-missing' }];
}
