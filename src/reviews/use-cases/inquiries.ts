import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { ApplicationDirectory } from '../../applications/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Programs, type ProgramVersion } from '../../programs/index.js';
import { givesPledge, inquiryFaults, type Inquiry, type InquiryAnswer } from '../domain/inquiry.js';
import { InquiryStore } from '../store/inquiry.store.js';

/** One applicant of the programme, without the people behind it. */
export interface InquiredApplication {
  readonly applicationId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly receivedNumber: string | null;
  /** Whether it pledged, and so agreed to be asked about. */
  readonly pledged: boolean;
  readonly inquiry: Inquiry | null;
}

export interface InquiryPage {
  readonly version: ProgramVersion;
  readonly applications: readonly InquiredApplication[];
}

export interface RecordInquiriesCommand {
  readonly versionId: string;
  readonly applicationIds: readonly string[];
  readonly askedOn: LocalDate;
  readonly answer: InquiryAnswer;
}

/** 暴力団排除の照会: for those alone whose post holds the duty. */
@Injectable()
export class Inquiries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: InquiryStore,
    private readonly applications: ApplicationDirectory,
    private readonly programs: Programs,
  ) {}

  /** The editions of which inquiries can be made: the newest published one of each programme and year. */
  programmes(actor: Actor): Promise<ProgramVersion[]> {
    requireDuty(actor, 'inquiry');
    return this.unitOfWork.read(actor, (tx) => this.programs.published(tx));
  }

  view(actor: Actor, versionId: string): Promise<InquiryPage> {
    requireDuty(actor, 'inquiry');
    return this.unitOfWork.read(actor, (tx) => this.pageOf(tx, versionId));
  }

  async pageOf(tx: Transaction, versionId: string): Promise<InquiryPage> {
    requireDuty(tx.actor, 'inquiry');
    const version = await this.programs.version(tx, versionId);
    const sent = await this.applications.sentFor(tx, {
      programId: version.programId,
      fiscalYear: version.document.fiscalYear,
    });
    const inquiries = await this.store.ofAll(
      tx,
      sent.map(({ application }) => application.id),
    );
    const applications = sent.map(({ application, submission }) => ({
      applicationId: application.id,
      organizationId: application.organizationId,
      organizationName: application.organizationName,
      receivedNumber: application.receivedNumber,
      pledged: givesPledge(submission.content.answers),
      inquiry: inquiries.get(application.id) ?? null,
    }));
    return { version, applications };
  }

  /** Notes the day of the inquiry, or what was answered. Faults at `applicationIds`, `askedOn`. */
  record(actor: Actor, { versionId, applicationIds, askedOn, answer }: RecordInquiriesCommand): Promise<void> {
    requireDuty(actor, 'inquiry');
    return this.unitOfWork.run(actor, async (tx) => {
      refuseWhenFaulty(inquiryFaults(applicationIds.length, askedOn, tx.today));
      const { applications } = await this.pageOf(tx, versionId);
      for (const applicationId of new Set(applicationIds)) {
        const known = applications.find((each) => each.applicationId === applicationId && each.pledged);
        if (!known) throw DomainError.notFound();
        await this.store.add(tx, applicationId, { askedOn, answer });
        const { organizationId } = known;
        const detail = { askedOn, answer };
        tx.audit({
          action: 'inquiry.recorded',
          subjectKind: 'application',
          subjectId: applicationId,
          organizationId,
          detail,
        });
      }
    });
  }
}
