import { Injectable } from '@nestjs/common';
import { Drafts } from '../../approvals/index.js';
import { BudgetLedger } from '../../budgets/index.js';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import {
  ApplicationsPort,
  EditionChanges,
  PROGRAM_PUBLICATION,
  Programs,
  type ProgramVersion,
} from '../../programs/index.js';
import { Authority } from '../../staff/index.js';
import { page, type PageResult, type Viewer } from '../shared/index.js';
import { ProgramPage } from './program.page.js';
import type { PublicationOutlook } from './program-publication.js';

/** The page of an edition, to which every act on it comes back. */
@Injectable()
export class ProgramDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly changes: EditionChanges,
    private readonly applications: ApplicationsPort,
    private readonly budgets: BudgetLedger,
    private readonly authority: Authority,
    private readonly drafts: Drafts,
  ) {}

  /** With what was typed and refused, if anything was. */
  async page(
    viewer: Viewer,
    versionId: string,
    refused?: { readonly error: DomainError; readonly typed?: unknown },
  ): Promise<PageResult> {
    const { version, ...shown } = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const found = await this.programs.version(tx, versionId);
      const predecessor = await this.programs.predecessorOf(tx, found);
      return {
        version: found,
        predecessor,
        superseded: await this.programs.isSuperseded(tx, found),
        period: await this.programs.periodOf(tx, found),
        budgetLine: await this.budgets.line(tx, found.document.budgetLineId),
        outlook: await this.outlookOf(tx, found, predecessor),
      };
    });
    const { name } = version.document;
    return page(viewer, {
      title: name,
      wide: true,
      breadcrumb: [{ label: '補助制度', href: viewer.url('staff/programs') }, { label: name }],
      ...(refused && { errors: refused.error }),
      body: ProgramPage({
        ...{ viewer, version, ...shown, typed: refused?.typed },
        mayEdit: hasDuty(viewer.actor, 'promotion'),
        mayEditRule: hasDuty(viewer.actor, 'administer'),
      }),
    });
  }

  private async outlookOf(
    tx: Transaction,
    version: ProgramVersion,
    predecessor: ProgramVersion | null,
  ): Promise<PublicationOutlook> {
    const applications = this.applications.get();
    return {
      changed: predecessor && (await this.changes.between(tx, predecessor, version)),
      toCarryOver: version.state === 'draft' ? await applications.countToCarryOver(tx, version.id) : 0,
      applications: await applications.countOn(tx, version.id),
      byDraft: await this.authority.rules(tx, PROGRAM_PUBLICATION),
      draft: await this.drafts.openFor(tx, PROGRAM_PUBLICATION, version.id),
    };
  }
}
