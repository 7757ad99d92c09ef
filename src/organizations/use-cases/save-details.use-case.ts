import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { changedDetails, readCorrectionReason } from '../domain/correction.js';
import { readDetails, refuseLockedPart, type TypedDetails } from '../domain/organization.js';
import { readTogether } from '../domain/typed-text.js';
import { DistrictStore } from '../store/district.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { refuseUnprintable } from './printable.js';

export interface SaveDetailsCommand extends TypedDetails {
  readonly organizationId: string;
  readonly version: number;
  /** Why staff change what is registered; asked of nobody else. */
  readonly correctionReason?: string;
}

/** Saves name, district, address and the ways to reach the organisation. */
@Injectable()
export class SaveDetails {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly districts: DistrictStore,
  ) {}

  async execute(actor: Actor, command: SaveDetailsCommand): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      refuseLockedPart(file.state, 'details', actor);
      // What was registered stays as registered for officers: the town's decisions name it.
      const typed: TypedDetails =
        actor.kind === 'officer' && file.state === 'registered'
          ? { ...command, name: file.details.name, kana: file.details.kana, districtId: file.details.districtId }
          : command;
      const districtIds = (await this.districts.list(tx)).map(({ id }) => id);
      const { details, reason } = readTogether({
        details: () => readDetails(typed, districtIds),
        reason: () => readCorrectionReason(command.correctionReason, file.state, actor),
        printable: () => refuseUnprintable({ name: typed.name, address: typed.address }),
      });
      if (file.detailsVersion !== command.version) throw DomainError.stale();
      await this.organizations.saveDetails(tx, file, details);
      tx.audit({
        action: 'organization.details-saved',
        subjectKind: 'organization',
        subjectId: file.id,
        organizationId: file.id,
        detail: { fields: changedDetails(file.details, details), reason },
      });
      if (file.state === 'registered') {
        tx.announce({ type: 'OrganizationChanged', subjectId: file.id, organizationId: file.id });
      }
    });
  }
}
