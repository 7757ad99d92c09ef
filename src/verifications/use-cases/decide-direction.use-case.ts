import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import { verificationMachine } from '../domain/verification.js';
import { VerificationStore } from '../store/verification.store.js';
import { Direction, type DirectionCommand } from './direction.js';
import { noted, PROJECT_DIRECTION } from './noted.js';

export interface DraftDirectionCommand extends DirectionCommand {
  readonly draft: Omit<StartDraft, 'kind' | 'subjectIds'>;
}

/** 今後の方向性 is drafted where the town's table has a rule for it, and decided by the section where it has none. */
@Injectable()
export class DecideDirection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly direction: Direction,
    private readonly verifications: VerificationStore,
    private readonly drafts: Drafts,
    private readonly authority: Authority,
  ) {}

  /** 起案. Faults at `direction`, `why`, `title`, `reason`, `cites`. */
  draft(actor: Actor, { draft, ...command }: DraftDirectionCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { verification, proposed } = await this.direction.ready(tx, command);
      const state = nextState(verificationMachine, 'verifications.moved-on', verification.state, 'propose');
      await this.verifications.change(tx, verification, { state, ...proposed });
      const subjectIds = [verification.id];
      const draftId = await this.drafts.start(tx, { ...draft, kind: PROJECT_DIRECTION, subjectIds });
      noted(tx, verification, 'verification.proposed', { direction: proposed.directionLabel ?? '' });
      return { draftId };
    });
  }

  /** Throws `verifications.direction-by-draft` where the town's table rules it. Faults at `direction`, `why`. */
  decide(actor: Actor, command: DirectionCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      if (await this.authority.rules(tx, PROJECT_DIRECTION)) {
        throw new DomainError('verifications.direction-by-draft', 'conflict');
      }
      const { verification, proposed } = await this.direction.ready(tx, command);
      await this.direction.decide(tx, { ...verification, ...proposed }, tx.today);
    });
  }
}
