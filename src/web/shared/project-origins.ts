import { Injectable } from '@nestjs/common';
import { AdoptedProposals, SupportYears, type Application, type SupportYear } from '../../applications/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ProgramDocument } from '../../programs/index.js';
import { VerificationDirectory } from '../../verifications/index.js';
import type { ProjectOrigin } from './project-origin.js';

/** Reads for a page where the project of an application comes from, and which year of support that makes. */
@Injectable()
export class ProjectOrigins {
  constructor(
    private readonly adopted: AdoptedProposals,
    private readonly support: SupportYears,
    private readonly verifications: VerificationDirectory,
  ) {}

  async of(tx: Transaction, application: Application & { readonly document: ProgramDocument }): Promise<ProjectOrigin> {
    const line = await this.support.projectLine(tx, application);
    return {
      proposal: await this.adopted.of(tx, application),
      earlier: await this.verifications.earlierOf(tx, application, line),
      support: await this.support.of(tx, { ...application, applicationId: application.id }),
    };
  }

  /** Of an application that would begin now; throws not-found for a proposal that is not the organisation's. */
  async ofBeginning(
    tx: Transaction,
    key: Pick<Application, 'organizationId' | 'programId' | 'fiscalYear' | 'proposalId'>,
    support: SupportYear | null,
  ): Promise<ProjectOrigin> {
    const { organizationId, proposalId } = key;
    const project = proposalId === null ? null : await this.adopted.one(tx, organizationId, proposalId);
    return {
      proposal: project?.proposal ?? null,
      earlier: await this.verifications.earlierOf(tx, key, await this.lineOf(tx, support)),
      support,
    };
  }

  private async lineOf(tx: Transaction, support: SupportYear | null): Promise<ReadonlySet<string> | null> {
    if (support?.continues) return this.support.lineUpTo(tx, support.continues.id);
    return support?.why === 'new' || support?.why === 'proposal' ? new Set() : null;
  }
}
