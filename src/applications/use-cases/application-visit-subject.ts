import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { VisitSubjects, type VisitedSubject, type VisitSubject } from '../../visits/index.js';
import { ApplicationStore } from '../store/application.store.js';
import { ApplicationDirectory } from './application-directory.js';
import { APPLICATION_SUBJECT } from './application-panel-subject.js';
import { DecisionPort } from './decision-port.js';

/** Applications about which staff keep notes, from the reception to the decision. */
@Injectable()
export class ApplicationVisitSubject implements VisitSubject, OnModuleInit {
  readonly kind = APPLICATION_SUBJECT;

  constructor(
    private readonly subjects: VisitSubjects,
    private readonly applications: ApplicationStore,
    private readonly directory: ApplicationDirectory,
    private readonly decision: DecisionPort,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async of(tx: Transaction, id: string): Promise<VisitedSubject> {
    const { state, round, organizationId, organizationName, title } = await this.directory.get(tx, id);
    if (round === 0) throw DomainError.notFound();
    const { kind } = await this.decision.get().standing(tx, id);
    const open = state !== 'withdrawn' && (kind === 'none' || kind === 'in-draft');
    const standing = { open, inDraft: kind === 'in-draft', tiedStaffIds: [] };
    return { id, organizationId, organizationName, party: 'organization', title, ...standing };
  }

  async lock(tx: Transaction, id: string): Promise<void> {
    await this.applications.getForUpdate(tx, id);
  }
}
