import { Injectable } from '@nestjs/common';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { versionMachine, type ProgramVersion } from '../domain/program-version.js';
import { ProgramStore } from '../store/program.store.js';
import { DraftFaults } from './draft-faults.js';

/** 公開 of an edition, in the transaction of whoever may: promotion staff, or the last approval where the town drafts it. */
@Injectable()
export class Publication {
  constructor(
    private readonly store: ProgramStore,
    private readonly faults: DraftFaults,
  ) {}

  /** A draft without faults, locked; with `version`, as the page showed it. Throws what keeps it from being published. */
  async ready(tx: Transaction, versionId: string, version?: number): Promise<ProgramVersion> {
    const current = await this.store.versionForUpdate(tx, versionId);
    nextState(versionMachine, 'programs.published', current.state, 'publish');
    if (version !== undefined && current.version !== version) throw DomainError.stale();
    refuseWhenFaulty(await this.faults.of(tx, current.document));
    return current;
  }

  /**
   * Opens an edition to applicants and freezes it. Whoever begins on the edition before at the same moment is waited for,
   * so that none of its drafts is missed when they are carried over. Announces ProgramVersionPublished.
   */
  async publish(tx: Transaction, { id, version, programId, document }: ProgramVersion): Promise<void> {
    await this.store.holdPublished(tx, programId, document.fiscalYear);
    await this.store.publish(tx, id, version);
    tx.audit({ action: 'program-version.published', subjectKind: 'program-version', subjectId: id });
    tx.announce({ type: 'ProgramVersionPublished', subjectId: id });
  }
}
