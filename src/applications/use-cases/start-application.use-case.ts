import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { BeginApplication, type Beginning } from './begin-application.js';

export type StartApplicationCommand = Pick<Beginning, 'programVersionId' | 'requestId'> & {
  /** An adopted proposal of the organisation's, whose answers go into the draft. */
  readonly proposalId?: string;
};

/** An officer begins an application of the organisation for a programme that is open now. */
@Injectable()
export class StartApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly beginning: BeginApplication,
  ) {}

  execute(
    actor: Actor,
    { programVersionId, requestId, proposalId }: StartApplicationCommand,
  ): Promise<{ applicationId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    const { organizationId } = actor;
    return this.unitOfWork.run(actor, async (tx) => ({
      applicationId: await this.beginning.begin(tx, {
        ...{ organizationId, programVersionId, requestId, paper: null },
        proposalId: proposalId ?? null,
      }),
    }));
  }
}
