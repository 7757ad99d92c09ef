import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readCorrectionReason } from '../domain/correction.js';
import { refuseLockedPart } from '../domain/organization.js';
import { readTogether } from '../domain/typed-text.js';
import { readWards } from '../domain/wards.js';
import { OrganizationStore } from '../store/organization.store.js';

export interface SaveWardsCommand {
  readonly organizationId: string;
  readonly version: number;
  /** One ward a line. */
  readonly wards: string;
  /** Why staff change what is registered; asked of nobody else. */
  readonly correctionReason?: string;
}

/** Saves the list of 行政区, whose number is part of the grant. */
@Injectable()
export class SaveWards {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
  ) {}

  async execute(actor: Actor, command: SaveWardsCommand): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      refuseLockedPart(file.state, 'wards', actor);
      const { wards, reason } = readTogether({
        wards: () => readWards(command.wards),
        reason: () => readCorrectionReason(command.correctionReason, file.state, actor),
      });
      if (file.wardsVersion !== command.version) throw DomainError.stale();
      await this.organizations.saveWards(tx, file, wards);
      tx.audit({
        action: 'organization.wards-saved',
        subjectKind: 'organization',
        subjectId: file.id,
        organizationId: file.id,
        detail: {
          before: file.wards.filter((ward) => !wards.includes(ward)),
          after: wards.filter((ward) => !file.wards.includes(ward)),
          count: wards.length,
          reason,
        },
      });
      if (file.state === 'registered') {
        tx.announce({ type: 'OrganizationChanged', subjectId: file.id, organizationId: file.id });
      }
    });
  }
}
