import { Injectable } from '@nestjs/common';
import { AdoptedProposals, type Application } from '../../applications/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { VerificationDirectory } from '../../verifications/index.js';
import type { ProjectOrigin } from './project-origin.js';

/** Reads for a page where the project of an application comes from. */
@Injectable()
export class ProjectOrigins {
  constructor(
    private readonly adopted: AdoptedProposals,
    private readonly verifications: VerificationDirectory,
  ) {}

  async of(
    tx: Transaction,
    application: Pick<Application, 'organizationId' | 'programId' | 'fiscalYear' | 'proposalId'>,
  ): Promise<ProjectOrigin> {
    return {
      proposal: await this.adopted.of(tx, application),
      earlier: await this.verifications.earlierOf(tx, application),
    };
  }
}
