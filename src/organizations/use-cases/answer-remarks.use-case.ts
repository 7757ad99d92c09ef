import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { openRemarks } from '../domain/organization-file.js';
import { readAnswers } from '../domain/registration.js';
import { ExaminationStore } from '../store/examination.store.js';
import { OrganizationStore } from '../store/organization.store.js';

export interface AnswerRemarksCommand {
  readonly organizationId: string;
  /** By remark; blank ones stay unanswered. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The organisation says at the fields what it did about the remarks there. */
@Injectable()
export class AnswerRemarks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly examinations: ExaminationStore,
  ) {}

  async execute(actor: Actor, command: AnswerRemarksCommand): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      if (actor.kind !== 'officer') throw DomainError.forbidden();
      if (file.state !== 'returned') throw new DomainError('organizations.not-returned', 'conflict');
      const answered = readAnswers(command.answers, openRemarks(file));
      if (answered.length === 0) return;
      for (const { remark, answer } of answered) await this.examinations.answer(tx, remark.id, answer);
      await this.organizations.save(tx, file.id, {});
      tx.audit({
        action: 'organization.remarks-answered',
        subjectKind: 'organization',
        subjectId: file.id,
        organizationId: file.id,
        detail: { fields: answered.map(({ remark }) => remark.field) },
      });
    });
  }
}
