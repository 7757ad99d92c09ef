import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type PaperSource } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { GrantStore } from '../store/grant.store.js';

/** Every decision that was ever proposed for a case. */
@Injectable()
export class GrantPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly grants: GrantStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    return this.grants.idsOfApplication(tx, caseId);
  }
}
