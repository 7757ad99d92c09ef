import { Injectable } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Working } from '../../kernel/working.js';
import type { Transaction } from '../../platform/database/index.js';
import { evaluateRule, type Facts } from '../domain/amount-rule.js';
import type { ProgramDocument } from '../domain/program-document.js';
import type { ProgramVersion } from '../domain/program-version.js';
import { ProgramStore } from '../store/program.store.js';

/** The programmes as the later stages ask for them, in their own transaction. */
@Injectable()
export class Programs {
  constructor(private readonly store: ProgramStore) {}

  /** Throws not-found; an officer never sees a draft. */
  async version(tx: Transaction, versionId: string): Promise<ProgramVersion> {
    const version = await this.store.version(tx, versionId);
    if (version.state === 'draft') requireDuty(tx.actor, 'promotion', 'audit', 'administer');
    return version;
  }

  /** What can be applied for on this day: of each programme and year the newest published edition. */
  openVersions(tx: Transaction, on: LocalDate): Promise<ProgramVersion[]> {
    return this.store.openOn(tx, on);
  }

  /** Every edition, drafts included, newest year first. */
  listForStaff(tx: Transaction): Promise<ProgramVersion[]> {
    requireDuty(tx.actor, 'promotion', 'approve', 'audit', 'administer', 'treasury-check', 'treasury-decide');
    return this.store.all(tx);
  }

  /** The amount in yen for these facts, with its working. */
  working(program: { readonly document: ProgramDocument }, facts: Facts): Working {
    return evaluateRule(program.document.rule, facts);
  }
}
