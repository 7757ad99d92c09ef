import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { readDistrictWords } from '../domain/organization.js';
import { DistrictStore, type DescribedDistrict } from '../store/district.store.js';

export interface DistrictWordsCommand {
  readonly id: string;
  /** What everybody reads on the page of the district; blank where the town says nothing of it. */
  readonly about: string;
  readonly version: number;
}

/** 校区の紹介: what the town says of its districts. */
@Injectable()
export class DescribeDistricts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly districts: DistrictStore,
  ) {}

  /** In the order in which the town lists them, with who wrote last. */
  async list(tx: Transaction): Promise<DescribedDistrict[]> {
    requireDuty(tx.actor, 'promotion', 'administer');
    return this.districts.list(tx);
  }

  /** All at once; what reads as before is left. Faults at `about-<id>`; throws stale where somebody wrote meanwhile. */
  async execute(actor: Actor, commands: readonly DistrictWordsCommand[]): Promise<void> {
    requireDuty(actor, 'promotion', 'administer');
    await this.unitOfWork.run(actor, async (tx) => {
      const known = new Map((await this.districts.list(tx)).map((district) => [district.id, district]));
      const words = readDistrictWords(commands);
      for (const { id, version } of commands) {
        const [district, about] = [known.get(id), words.get(id)];
        if (!district || about === undefined) throw DomainError.notFound();
        if (district.about === about) continue;
        if (!(await this.districts.describe(tx, { id, version, about }))) throw DomainError.stale();
        tx.audit({ action: 'district.described', subjectKind: 'district', subjectId: id });
        tx.announce({ type: 'DistrictDescribed', subjectId: id });
      }
    });
  }
}
