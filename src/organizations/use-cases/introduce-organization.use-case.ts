import { Injectable } from '@nestjs/common';
import { requireOwnOrganization, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { countCharacters } from '../../kernel/text.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { IntroductionRow } from '../store/introduction-row.js';

export const LONGEST_INTRODUCTION = 600;

/** What an organisation says of itself. */
export interface Introduction {
  readonly text: string;
  /** Everyone may read it. */
  readonly public: boolean;
  /** 0 before anything was written. */
  readonly version: number;
}

export interface IntroduceCommand extends Introduction {
  readonly organizationId: string;
}

/** 団体の紹介: written by its officers, read by everyone where they agree. */
@Injectable()
export class IntroduceOrganization {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws not-found for another organisation's officer. */
  async of(tx: Transaction, organizationId: string): Promise<Introduction> {
    requireOwnOrganization(tx.actor, organizationId);
    const row = await tx.manager.findOneBy(IntroductionRow, { organizationId });
    return row ? { text: row.text, public: row.public, version: row.version } : { text: '', public: false, version: 0 };
  }

  /** Faults at `text`; throws stale. What reads as before is left. */
  execute(actor: Actor, command: IntroduceCommand): Promise<void> {
    const { organizationId, version } = command;
    const text = command.text.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      if (actor.kind !== 'officer') throw DomainError.forbidden();
      const before = await this.of(tx, organizationId);
      if (before.text === text && before.public === command.public) return;
      if (before.version !== version) throw DomainError.stale();
      const params = { max: LONGEST_INTRODUCTION };
      refuseWhenFaulty([
        ...(countCharacters(text) > params.max ? [{ pointer: 'text', code: 'common.too-long', params }] : []),
        ...(text === '' && command.public ? [{ pointer: 'text', code: 'organizations.introduction-missing' }] : []),
      ]);
      const by = { writtenAt: tx.now, writtenBy: tx.actor.name, municipalityId: tx.municipalityId };
      const row = { organizationId, text, public: command.public, version: version + 1, ...by };
      await tx.manager.upsert(IntroductionRow, row, ['municipalityId', 'organizationId']);
      tx.audit({
        ...{
          action: 'organization.introduced',
          subjectKind: 'organization',
          subjectId: organizationId,
          organizationId,
        },
        detail: { public: command.public ? 'yes' : 'no' },
      });
      tx.announce({ type: 'OrganizationChanged', subjectId: organizationId, organizationId });
    });
  }
}
