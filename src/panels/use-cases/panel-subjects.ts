import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Rubric } from '../../kernel/rubric.js';
import type { Transaction } from '../../platform/database/index.js';

/** A case that may be put on an agenda, with the rubric under which it applied. */
export interface ProposedSubject {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly reference: string;
  readonly title: string;
  readonly programId: string;
  readonly programName: string;
  readonly rubric: Rubric;
}

/** What a later stage provides so that its cases can be judged. All methods also run in read-only transactions. */
export interface PanelSubject {
  /** e.g. `application`; stable, kept with every case. */
  readonly kind: string;
  /** The programmes that ask for a panel, by their names. */
  programmes(tx: Transaction): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Of these programmes what can be judged now, in the order of reception. */
  proposed(tx: Transaction, programIds: readonly string[]): Promise<readonly ProposedSubject[]>;
  /** Those of these ids that have been withdrawn by their applicant. */
  withdrawn(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Kinds without which the house does not start: each is registered by the stage that owns its cases. */
const EXPECTED_KINDS = ['application'] as const;

/** The kinds of case that can be judged. Stages register theirs while the modules start. */
@Injectable()
export class PanelSubjects implements OnApplicationBootstrap {
  private readonly subjects = new Map<string, PanelSubject>();

  register(subject: PanelSubject): void {
    if (this.subjects.has(subject.kind)) throw new Error(`panel subject registered twice: ${subject.kind}`);
    this.subjects.set(subject.kind, subject);
  }

  all(): readonly PanelSubject[] {
    return [...this.subjects.values()];
  }

  onApplicationBootstrap(): void {
    const missing = EXPECTED_KINDS.filter((kind) => !this.subjects.has(kind));
    if (missing.length > 0) throw new Error(`panel subjects missing: ${missing.join(', ')}`);
  }
}
