import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import {
  ApplicationsPort,
  Programs,
  type ApplicationCount,
  type ApplicationsOfEditions,
} from '../../programs/index.js';
import { fallsBehind } from '../domain/paper.js';
import { ApplicationStore } from '../store/application.store.js';

/** What was begun on an edition, for the stage of the programmes. */
@Injectable()
export class EditionUse implements ApplicationsOfEditions, OnModuleInit {
  constructor(
    private readonly port: ApplicationsPort,
    private readonly programs: Programs,
    private readonly applications: ApplicationStore,
  ) {}

  onModuleInit(): void {
    this.port.register(this);
  }

  countOn(tx: Transaction, versionId: string): Promise<ApplicationCount> {
    return this.applications.countOn(tx, versionId);
  }

  async countToCarryOver(tx: Transaction, versionId: string): Promise<number> {
    const { programId, document } = await this.programs.version(tx, versionId);
    const drafts = await this.applications.draftsOf(tx, { programId, fiscalYear: document.fiscalYear });
    return drafts.filter((draft) => fallsBehind(draft, versionId)).length;
  }
}
