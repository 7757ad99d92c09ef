import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import { PRIOR_START_QUESTION, Programs } from '../../programs/index.js';
import { applicationTitle } from '../domain/application-title.js';
import type { Application } from '../domain/application.js';
import { carryForward } from '../domain/carry-forward.js';
import { mayGive, type CarryForwardOffer } from '../domain/earlier-application.js';
import type { Sections } from '../../forms/index.js';
import type { SubmittedContent } from '../domain/submission.js';
import { ApplicationStore } from '../store/application.store.js';
import { ApplicationSectionStore } from '../store/application-section.store.js';
import { SubmissionStore } from '../store/submission.store.js';
import { PrepareSubmission } from './prepare-submission.js';

/** What one earlier application could give to a draft. */
export interface EarlierOffer extends CarryForwardOffer {
  readonly earlier: Application;
  /** `令和7年度 運営交付金`, with the project's name where it has one. */
  readonly earlierName: string;
  /** Of the draft, as they stand. */
  readonly sections: Sections;
  /** Of what is offered: what is copied is what was shown. */
  readonly digest: string;
}

/** 前の申請: what an organisation has written before and can begin from. Officers only. */
@Injectable()
export class EarlierApplications {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly sections: ApplicationSectionStore,
    private readonly submissions: SubmissionStore,
    private readonly preparation: PrepareSubmission,
    private readonly programs: Programs,
  ) {}

  /** What was sent in any year, and the other drafts of this one; newest year first. */
  async of(
    tx: Transaction,
    organizationId: string,
    draft: { readonly id: string | null; readonly fiscalYear: FiscalYear },
  ): Promise<Application[]> {
    if (tx.actor.kind !== 'officer') throw DomainError.notFound();
    const all = await this.applications.ofOrganization(tx, organizationId);
    return all.filter((each) => mayGive(each, draft));
  }

  /** Throws not-found for an application from which nothing can be copied, and for another organisation's. */
  async offer(tx: Transaction, applicationId: string, earlierId: string): Promise<EarlierOffer> {
    if (tx.actor.kind !== 'officer') throw DomainError.notFound();
    const draft = await this.applications.get(tx, applicationId);
    const earlier = await this.applications.get(tx, earlierId);
    if (!mayGive(earlier, draft)) throw DomainError.notFound();
    const { document: asking } = await this.programs.version(tx, draft.programVersionId);
    const { document } = await this.programs.version(tx, earlier.programVersionId);
    const content = await this.contentOf(tx, earlier);
    const sections = await this.sections.all(tx, applicationId);
    const carry = carryForward({ ...asking, decidedAnew: [PRIOR_START_QUESTION] }, sections, {
      form: document.form,
      sameProgram: earlier.programId === draft.programId,
      content,
    });
    const title = applicationTitle(document, content.answers);
    const earlierName = title === document.name ? title : `${document.name}「${title}」`;
    const offered = JSON.stringify(carry.offers.map(({ place, text }) => [place, text]));
    const digest = createHash('sha256').update(offered).digest('hex');
    return { ...carry, earlier, earlierName, sections, digest };
  }

  /** As it was sent; of what was never sent as it is written. */
  private async contentOf(tx: Transaction, earlier: Application): Promise<SubmittedContent> {
    const submission = await this.submissions.newest(tx, earlier.id);
    return submission ? submission.content : (await this.preparation.prepare(tx, earlier)).content;
  }
}
