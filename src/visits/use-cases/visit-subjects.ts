import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';

/** A case about which notes are kept. */
export interface VisitedSubject {
  readonly id: string;
  /** null where the case is nobody's but a person's. */
  readonly organizationId: string | null;
  /** Whoever stands behind the case: the organisation, or a proposer without one. */
  readonly organizationName: string;
  /** Whether an organisation or a proposer is met. */
  readonly party: 'organization' | 'proposer';
  readonly title: string;
  /** Whether notes may still be written and corrected. */
  readonly open: boolean;
  /** Whether it is being approved now: what is written voids the approvals of this case. */
  readonly inDraft: boolean;
  /** Staff who keep away from it beside those who are tied to its organisation. */
  readonly tiedStaffIds: readonly string[];
}

/** What a later stage provides so that notes can be kept about its cases. */
export interface VisitSubject {
  /** e.g. `application`; stable, kept with every note. */
  readonly kind: string;
  /** Also called in read-only transactions. Throws not-found through the actor. */
  of(tx: Transaction, id: string): Promise<VisitedSubject>;
  /** From now to the commit nobody moves the case on. */
  lock(tx: Transaction, id: string): Promise<void>;
}

/** Kinds without which the house does not start: each is registered by the stage that owns its cases. */
const EXPECTED_KINDS = ['application', 'proposal'] as const;

/** The kinds of case about which notes can be kept. Stages register theirs while the modules start. */
@Injectable()
export class VisitSubjects implements OnApplicationBootstrap {
  private readonly subjects = new Map<string, VisitSubject>();

  register(subject: VisitSubject): void {
    if (this.subjects.has(subject.kind)) throw new Error(`visit subject registered twice: ${subject.kind}`);
    this.subjects.set(subject.kind, subject);
  }

  /** Throws not-found for a kind that nobody registered: it comes from an address. */
  of(kind: string): VisitSubject {
    const subject = this.subjects.get(kind);
    if (!subject) throw DomainError.notFound();
    return subject;
  }

  onApplicationBootstrap(): void {
    const missing = EXPECTED_KINDS.filter((kind) => !this.subjects.has(kind));
    if (missing.length > 0) throw new Error(`visit subjects missing: ${missing.join(', ')}`);
  }
}
