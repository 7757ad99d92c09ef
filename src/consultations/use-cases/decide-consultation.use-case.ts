import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import { ConsultationResult } from './consultation-result.js';
import { PUBLIC_ANSWER } from './consultation-result-subject.js';
import type { ShownConsultation } from './publish-consultation.use-case.js';

export interface DraftResultCommand extends ShownConsultation, Omit<StartDraft, 'kind' | 'subjectIds'> {}

/** The result of a consultation: by 起案 where the town's table rules it, else by the section itself. */
@Injectable()
export class DecideConsultation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly result: ConsultationResult,
    private readonly drafts: Drafts,
    private readonly authority: Authority,
  ) {}

  /** Faults at `groups`, `title`, `reason`, `cites`. */
  draft(actor: Actor, { consultationId, version, ...words }: DraftResultCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { consultation } = await this.result.ready(tx, consultationId, version);
      await this.result.move(tx, consultation.id, 'propose');
      return { draftId: await this.drafts.start(tx, { ...words, kind: PUBLIC_ANSWER, subjectIds: [consultation.id] }) };
    });
  }

  /** Throws `consultations.by-draft` where the town decides it by a draft; faults at `groups`. */
  publish(actor: Actor, { consultationId, version }: ShownConsultation): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const ground = await this.result.ready(tx, consultationId, version);
      if (ground.consultation.state !== 'open') throw new DomainError('consultations.moved-on', 'conflict');
      if (await this.authority.rules(tx, PUBLIC_ANSWER)) throw new DomainError('consultations.by-draft', 'conflict');
      await this.result.publish(tx, ground);
    });
  }
}
