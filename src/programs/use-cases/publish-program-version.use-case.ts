import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import { Publication } from './publication.js';
import { PROGRAM_PUBLICATION } from './publication-subject.js';

export interface PublishProgramVersionCommand {
  readonly versionId: string;
  /** The save that was read before publishing: what is published is what was shown. */
  readonly version: number;
}

/**
 * Publishes an edition where the town does not decide it by a draft; the programme itself always may, as it sets up what
 * was decided before. Throws `programs.publication-by-draft`.
 */
@Injectable()
export class PublishProgramVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publication: Publication,
    private readonly authority: Authority,
  ) {}

  execute(actor: Actor, { versionId, version }: PublishProgramVersionCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.publication.ready(tx, versionId, version);
      if (actor.kind !== 'system' && (await this.authority.rules(tx, PROGRAM_PUBLICATION))) {
        throw new DomainError('programs.publication-by-draft', 'conflict');
      }
      await this.publication.publish(tx, current);
    });
  }
}
