import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { openRemarks } from '../domain/organization-file.js';
import { readAnswer } from '../domain/registration.js';
import { ExaminationStore } from '../store/examination.store.js';
import { OrganizationStore } from '../store/organization.store.js';

export interface AnswerRemarkCommand {
  readonly organizationId: string;
  readonly remarkId: string;
  readonly answer: string;
}

/** The organisation says at the field what it did about a remark. */
@Injectable()
export class AnswerRemark {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly examinations: ExaminationStore,
  ) {}

  async execute(actor: Actor, command: AnswerRemarkCommand): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      const remark = openRemarks(file).find(({ id }) => id === command.remarkId);
      if (!remark || actor.kind !== 'officer') throw DomainError.notFound();
      if (file.state !== 'returned') throw new DomainError('organizations.not-returned', 'conflict');
      await this.examinations.answer(tx, remark.id, readAnswer(command.answer));
      await this.organizations.save(tx, file.id, {});
      tx.audit({
        action: 'organization.remark-answered',
        subjectKind: 'organization',
        subjectId: file.id,
        organizationId: file.id,
        detail: { field: remark.field, round: remark.round },
      });
    });
  }
}
