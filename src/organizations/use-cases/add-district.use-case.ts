import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readDistrictAbout, readDistrictName } from '../domain/organization.js';
import { DistrictStore, type District } from '../store/district.store.js';

/** 校区を加える. The town's list stands in the order in which districts were added. */
@Injectable()
export class AddDistrict {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly districts: DistrictStore,
  ) {}

  async execute(actor: Actor, command: { readonly name: string; readonly about?: string }): Promise<District> {
    requireDuty(actor, 'promotion', 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      const known = await this.districts.list(tx);
      const name = readDistrictName(
        command.name,
        known.map((district) => district.name),
      );
      const about = readDistrictAbout(command.about ?? '');
      const id = await this.districts.insert(tx, { name, about });
      tx.audit({ action: 'district.added', subjectKind: 'district', subjectId: id });
      tx.announce({ type: 'DistrictAdded', subjectId: id });
      return { id, name, about };
    });
  }
}
