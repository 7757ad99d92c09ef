import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { formatDeadline } from '../../kernel/deadline.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra } from '../../kernel/local-date.js';
import { CaseList } from '../../cases/index.js';
import { OrganizationDirectory, type OrganizationProfile } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs, type ProgramVersion } from '../../programs/index.js';
import type { Application } from '../domain/application.js';
import { journeyOf } from '../domain/form.js';
import { arrivalOf, type PaperEntry } from '../domain/paper.js';
import { windowFaults, type SubmissionWindow } from '../domain/submission-window.js';
import { hasRoom } from '../domain/yearly-limit.js';
import { ApplicationStore } from '../store/application.store.js';
import { ApplicationSectionStore } from '../store/application-section.store.js';
import { AdoptedProposals } from './adopted-proposals.js';
import { askedOf } from './asked-of.js';
import { draftAmount } from './draft-amount.js';
import { GrantAmounts } from './grant-amounts.js';
import { PrefillFromProposal } from './prefill-from-proposal.js';
import { SupportYears } from './support-years.js';
import { SubmissionWindows } from './submission-windows.js';

export interface Beginning {
  readonly organizationId: string;
  readonly programVersionId: string;
  /** Given out once with the page that begins: a double click or a resend carries the same. */
  readonly requestId: string;
  /** null: the organisation writes it itself. */
  readonly paper: PaperEntry | null;
  /** The adopted proposal from which it begins; null: from nothing. */
  readonly proposalId: string | null;
}

/**
 * An application begins, pinned to its edition. Where the programme takes one a year, whoever comes second, also at the
 * same moment, is led to the one that exists; where it takes several, the next begins while there is room. Throws
 * `applications.year-full`, for a paper `applications.begun-already`, with a fault at `receivedOn`
 * `applications.paper-out-of-period`.
 */
@Injectable()
export class BeginApplication {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly sections: ApplicationSectionStore,
    private readonly programs: Programs,
    private readonly windows: SubmissionWindows,
    private readonly organizations: OrganizationDirectory,
    private readonly cases: CaseList,
    private readonly amounts: GrantAmounts,
    private readonly adopted: AdoptedProposals,
    private readonly prefill: PrefillFromProposal,
    private readonly support: SupportYears,
  ) {}

  async begin(tx: Transaction, beginning: Beginning): Promise<string> {
    const { organizationId, programVersionId, requestId, paper } = beginning;
    const organization = await this.organizations.registeredOrRefuse(tx, organizationId);
    const program = await this.programs.holdForBuilding(tx, programVersionId);
    const { document, programId } = program;
    const key = { organizationId, programId, fiscalYear: document.fiscalYear };
    await this.applications.lockYear(tx, key);
    const repeated = await this.applications.begunBy(tx, organizationId, requestId);
    const begun = await this.applications.ofYear(tx, key);
    const led = repeated ?? (document.perYear?.most === 1 ? begun[0] : undefined);
    if (led) return ledTo(led, paper);
    const window = await this.windows.of(tx, { organizationId, applicationId: null }, program);
    await this.refuseClosed(tx, program, window, paper);
    if (!hasRoom(document.perYear, begun.length)) {
      throw new DomainError('applications.year-full', 'conflict', { ...document.perYear });
    }
    return this.open(tx, beginning, organization, program, window);
  }

  private async open(
    tx: Transaction,
    { programVersionId, requestId, paper, proposalId }: Beginning,
    organization: OrganizationProfile,
    { programId, document }: ProgramVersion,
    window: SubmissionWindow,
  ): Promise<string> {
    const { id: organizationId, name: organizationName } = organization;
    const project = proposalId === null ? null : await this.adopted.one(tx, organizationId, proposalId);
    if (project && !document.fromProposals) throw new DomainError('applications.not-from-proposals', 'conflict');
    const id = randomUUID();
    const key = { id, organizationId, organizationName, programId, fiscalYear: document.fiscalYear };
    const word = await this.support.firstWord(tx, { document, programId, organizationId, proposalId });
    await this.applications.add(tx, { ...key, ...word, programVersionId, startRequestId: requestId, paper });
    await this.sections.open(tx, id, journeyOf(askedOf(document, { paper }).form));
    const asked = { document, programId, organization, applicationId: id, sections: null, project: word };
    const { figures } = await this.amounts.work(tx, asked);
    await this.cases.put(tx, {
      ...key,
      programName: document.name,
      title: document.name,
      phase: 'drafting',
      waitingFor: paper === null ? 'committee' : 'promotion',
      dueOn: window.until.day,
      amount: draftAmount(document, figures.working),
      onPaper: paper !== null,
    });
    if (project) await this.prefill.fill(tx, id, document, project.proposal);
    tx.audit({
      action: paper === null ? 'application.started' : 'application.paper-started',
      subjectKind: 'application',
      subjectId: id,
      organizationId,
      ...(paper && { detail: { receivedOn: paper.receivedOn } }),
      ...(project && { detail: { proposal: project.proposal.title } }),
    });
    return id;
  }

  private async refuseClosed(
    tx: Transaction,
    program: ProgramVersion,
    window: SubmissionWindow,
    paper: PaperEntry | null,
  ): Promise<void> {
    const [closed] = windowFaults(window, 0, arrivalOf({ paper }, tx.now));
    if (closed && paper) {
      const params = { opens: formatEra(window.opens), closes: formatDeadline(window.until) };
      throw DomainError.invalid([{ pointer: 'receivedOn', code: 'applications.paper-out-of-period', params }]);
    }
    if (closed) throw new DomainError(closed.code, 'conflict', closed.params);
    // A paper follows the edition of its day.
    if (paper) return;
    const { programId, document } = program;
    const [newest] = await this.programs.newestPublished(tx, [{ programId, fiscalYear: document.fiscalYear }]);
    if (newest?.id !== program.id) throw new DomainError('applications.newer-edition', 'conflict');
  }
}

/** What the organisation writes itself is not for staff to go on with. */
function ledTo(begun: Application, paper: PaperEntry | null): string {
  if (paper !== null && (begun.paper === null || begun.state !== 'draft')) {
    throw new DomainError('applications.begun-already', 'conflict');
  }
  return begun.id;
}
