import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Rubric } from '../../kernel/rubric.js';
import type { Transaction } from '../../platform/database/index.js';

/** A case that may be put on an agenda, with the rubric under which it applied. */
export interface ProposedSubject {
  readonly id: string;
  /** null where it is a person's. */
  readonly organizationId: string | null;
  /** Whoever stands behind it: the organisation, or a proposer without one. */
  readonly organizationName: string;
  readonly reference: string;
  readonly title: string;
  readonly programId: string;
  readonly programName: string;
  readonly rubric: Rubric;
}

/** How people speak of a kind of case. */
export interface SubjectWords {
  /** e.g. 申請. */
  readonly thing: string;
  /** Whoever stands behind it, e.g. 団体. */
  readonly party: string;
  /** The number by which it is known, e.g. 収受番号. */
  readonly reference: string;
  /** That within which they are ranked, e.g. 補助制度. */
  readonly group: string;
}

/** What a later stage provides so that its cases can be judged. All methods also run in read-only transactions. */
export interface PanelSubject {
  /** e.g. `application`; stable, kept with every case. */
  readonly kind: string;
  readonly words: SubjectWords;
  /** The programmes that ask for a panel, by their names. */
  programmes(tx: Transaction): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Of these programmes what can be judged now, in the order of reception. */
  proposed(tx: Transaction, programIds: readonly string[]): Promise<readonly ProposedSubject[]>;
  /** Of these ids those to which members are tied otherwise than to an organisation, with those members. */
  tied(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Those of these ids that are not to be judged any more, e.g. withdrawn. */
  withdrawn(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Kinds without which the house does not start: each is registered by the stage that owns its cases. */
const EXPECTED_KINDS = ['application', 'proposal'] as const;

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

  /** The words for these kinds, side by side where they differ; for all kinds where none is given. */
  wordsOf(kinds: Iterable<string>): SubjectWords {
    const wanted = new Set(kinds);
    const named = this.all().filter(({ kind }) => wanted.size === 0 || wanted.has(kind));
    const said = (key: keyof SubjectWords): string => [...new Set(named.map(({ words }) => words[key]))].join('・');
    return { thing: said('thing'), party: said('party'), reference: said('reference'), group: said('group') };
  }

  onApplicationBootstrap(): void {
    const missing = EXPECTED_KINDS.filter((kind) => !this.subjects.has(kind));
    if (missing.length > 0) throw new Error(`panel subjects missing: ${missing.join(', ')}`);
  }
}
