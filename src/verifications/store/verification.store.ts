import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Verification, VerificationState } from '../domain/verification.js';
import { VerificationRow } from './verification-row.js';

export interface VerificationFilter {
  readonly fiscalYear?: FiscalYear;
  readonly programId?: string;
  readonly organizationId?: string;
  readonly grantId?: string;
  readonly states?: readonly VerificationState[];
}

type Opened = Pick<
  Verification,
  | 'id'
  | 'grantId'
  | 'applicationId'
  | 'organizationId'
  | 'organizationName'
  | 'programId'
  | 'programName'
  | 'title'
  | 'fiscalYear'
  | 'dueOn'
>;

/** The rows of 検証; an officer meets those of their own organisation, the public those that are published. */
@Injectable()
export class VerificationStore {
  /** The caller holds the grant, which has none yet. */
  async add(tx: Transaction, opened: Opened): Promise<void> {
    const first = { state: 'open', version: 1, reason: '', note: '', openedOn: tx.today } as const;
    await tx.manager.insert(VerificationRow, { ...opened, ...first, municipalityId: tx.municipalityId });
  }

  /** Throws not-found, also for another organisation's officer, and for the public what is not published. */
  async find(tx: Transaction, id: string): Promise<Verification> {
    return seen(tx, await tx.manager.findOneBy(VerificationRow, { id }));
  }

  /** The same, and nobody else changes it until this transaction ends. */
  async lock(tx: Transaction, id: string): Promise<Verification> {
    const lock = { mode: 'pessimistic_write' } as const;
    return seen(tx, await tx.manager.findOne(VerificationRow, { where: { id }, lock }));
  }

  /** Throws not-found for what is not published, whoever asks. */
  async published(tx: Transaction, id: string): Promise<Verification> {
    const verification = await this.find(tx, id);
    if (verification.state !== 'published') throw DomainError.notFound();
    return verification;
  }

  /** The one that this letter told, locked; null for a letter of something else. */
  async ofLetter(tx: Transaction, letterId: string): Promise<Verification | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await tx.manager.findOne(VerificationRow, { where: { letterId }, lock });
    return row && toVerification(row);
  }

  async ofGrant(tx: Transaction, grantId: string): Promise<Verification | null> {
    const row = await tx.manager.findOneBy(VerificationRow, { grantId });
    return row && seen(tx, row);
  }

  /** Newest year first, then what is due first; of another organisation nothing for an officer. */
  async list(tx: Transaction, filter: VerificationFilter = {}): Promise<Verification[]> {
    const { states, ...where } = filter;
    const rows = await tx.manager.find(VerificationRow, {
      where: { ...where, ...(states && { state: In([...states]) }) },
      order: { fiscalYear: 'DESC', dueOn: 'ASC', organizationName: 'ASC', id: 'ASC' },
    });
    return rows.filter((row) => maySee(tx, row)).map(toVerification);
  }

  /** The caller holds the row. */
  async change(tx: Transaction, { id, version }: Verification, changes: Partial<Verification>): Promise<void> {
    await tx.manager.update(VerificationRow, { id }, { ...changes, version: version + 1 });
  }
}

const maySee = ({ actor }: Transaction, { state, organizationId }: VerificationRow): boolean => {
  if (actor.kind === 'public') return state === 'published';
  return actor.kind !== 'officer' || actor.organizationId === organizationId;
};

function seen(tx: Transaction, row: VerificationRow | null): Verification {
  if (!row) throw DomainError.notFound();
  if (tx.actor.kind !== 'public') requireOwnOrganization(tx.actor, row.organizationId);
  if (!maySee(tx, row)) throw DomainError.notFound();
  return toVerification(row);
}

function toVerification({ municipalityId: _town, ...verification }: VerificationRow): Verification {
  return verification;
}
