import { Injectable } from '@nestjs/common';
import { requireDuty, systemActor, type Actor, type MunicipalityId } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DisclosureStates } from '../store/disclosure-state.store.js';
import { PublishBudgets } from './publish-budgets.js';
import { PublishGrants } from './publish-grants.js';
import { PublishOrganizations } from './publish-organizations.js';

/** Counted up whenever the public record holds something that earlier events did not carry over. */
const SHAPE = 4;

/**
 * Builds what everyone may see anew from the stages, in one transaction: until it is done visitors see what was there. The
 * same as what the events of the past would have left behind.
 */
@Injectable()
export class RebuildPublicRecord {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly states: DisclosureStates,
    private readonly organizations: PublishOrganizations,
    private readonly budgets: PublishBudgets,
    private readonly grants: PublishGrants,
  ) {}

  /** At the start of the worker: towns whose record was built before this version of the programme. */
  async bringUpToDate(towns: readonly MunicipalityId[]): Promise<void> {
    for (const town of towns) {
      const outdated = await this.unitOfWork.read(systemActor(town, 'disclosure'), async (tx) => {
        return (await this.states.of(tx)).shape < SHAPE;
      });
      if (outdated) await this.execute(town);
    }
  }

  execute(town: MunicipalityId): Promise<void> {
    return this.unitOfWork.run(systemActor(town, 'disclosure'), (tx) => this.within(tx));
  }

  /** An administrator doubts what is shown. Announces PublicRecordDoubted; the worker builds it anew. */
  ask(actor: Actor): Promise<void> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, (tx) => {
      tx.audit({ action: 'disclosure.rebuild-asked', subjectKind: 'municipality', subjectId: tx.municipalityId });
      tx.announce({ type: 'PublicRecordDoubted', subjectId: tx.municipalityId });
      return Promise.resolve();
    });
  }

  /** In the transaction of a handler. */
  async within(tx: Transaction): Promise<void> {
    await this.states.alone(tx);
    await this.organizations.rebuild(tx);
    await this.budgets.rebuild(tx);
    await this.grants.rebuild(tx);
    await this.states.built(tx, SHAPE);
  }

  /** When anything that is public changed last; null where nothing ever was. */
  async changedAt(tx: Transaction): Promise<Date | null> {
    return (await this.states.of(tx)).changedAt;
  }
}
