import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Offer } from '../domain/earlier-application.js';
import { refuseOversized } from '../domain/section-size.js';
import type { SectionName } from '../../forms/index.js';
import { CarryStore } from '../store/carry.store.js';
import { EarlierApplications } from './earlier-applications.js';
import { KeepSection } from './keep-section.js';

export interface CarryForwardCommand {
  readonly applicationId: string;
  readonly earlierId: string;
  /** Places that are ticked. */
  readonly places: readonly string[];
  /** The versions of the sections that the page was filled from. */
  readonly versions: Readonly<Record<SectionName, number>>;
  /** Names the opened page. */
  readonly page: string;
  /** Digest of what the page offered: a draft that changes meanwhile is not copied unseen. */
  readonly checkedDigest: string;
}

export interface CarriedForward {
  readonly copied: number;
  /** Of these, fields that another officer wrote meanwhile: theirs stays, and what was copied is parked beside it. */
  readonly parked: number;
}

/**
 * Copies the ticked fields of an earlier application into a draft, through the same door as what is typed. Throws
 * `applications.nothing-to-carry`, `applications.changed-since-offer`.
 */
@Injectable()
export class CarryForward {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly earlier: EarlierApplications,
    private readonly keeper: KeepSection,
    private readonly carries: CarryStore,
  ) {}

  execute(actor: Actor, command: CarryForwardCommand): Promise<CarriedForward> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, (tx) => this.carry(tx, actor.organizationId, command));
  }

  private async carry(tx: Transaction, organizationId: string, command: CarryForwardCommand): Promise<CarriedForward> {
    const { applicationId, earlierId, places } = command;
    const { offers, digest, earlierName } = await this.earlier.offer(tx, applicationId, earlierId);
    if (digest !== command.checkedDigest) throw new DomainError('applications.changed-since-offer', 'stale');
    const chosen = offers.filter(({ place }) => places.includes(place));
    if (chosen.length === 0) throw new DomainError('applications.nothing-to-carry');
    // What says the same already, as after a double click, is neither written nor noted again.
    const differing = chosen.filter(({ same }) => !same);
    if (differing.length === 0) return { copied: chosen.length, parked: 0 };
    let parked = 0;
    for (const name of new Set(differing.map(({ section }) => section))) {
      const here = differing.filter(({ section }) => section === name);
      parked += await this.write(tx, command, name, here);
    }
    const fields = differing.map(({ section, label }) => ({ section, label }));
    await this.carries.add(tx, applicationId, { earlierId, proposalId: null, earlierName, fields });
    const detail = { earlier: earlierName, count: differing.length };
    tx.audit({
      action: 'application.carried',
      subjectKind: 'application',
      subjectId: applicationId,
      organizationId,
      detail,
    });
    return { copied: chosen.length, parked };
  }

  private async write(
    tx: Transaction,
    { applicationId, page, versions }: CarryForwardCommand,
    name: SectionName,
    offers: readonly Offer[],
  ): Promise<number> {
    const { conflicts } = await this.keeper.keep(tx, {
      ...{ ownerId: applicationId, name, page, settled: [] },
      version: versions[name] ?? 0,
      write: (shown) => {
        const fields = new Map([...shown, ...offers.map(({ field, text }) => [field, text] as const)]);
        refuseOversized(name, fields);
        return fields;
      },
    });
    return conflicts.length;
  }
}
