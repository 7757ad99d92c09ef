import type { EntityManager } from 'typeorm';
import type { Actor, MunicipalityId } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** A fact in the past tense. Holds ids only: the outbox is read across towns. */
export interface DomainEvent {
  readonly type: string;
  readonly subjectId: string;
  readonly organizationId?: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** Who did what to which record; `detail` holds no personal data. */
export interface AuditEntry {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly organizationId?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** One unit of work: the rows, the audit entries and the events of one commit, seen through one actor. */
export interface Transaction {
  readonly actor: Actor;
  readonly municipalityId: MunicipalityId;
  readonly now: Date;
  readonly today: LocalDate;
  /** For `store/` only. */
  readonly manager: EntityManager;
  /** For `store/` only. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  announce(event: DomainEvent): void;
  audit(entry: AuditEntry): void;
  /** Writes what was announced and audited so far; work on many thousand records does so now and then, to hold little of it. */
  writeDown(): Promise<void>;
}
