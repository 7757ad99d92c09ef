import { Injectable } from '@nestjs/common';
import { Any, In, LessThanOrEqual, Not } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Grant, GrantState } from '../domain/grant.js';
import { GrantRow } from './grant-row.js';

export interface GrantFilter {
  readonly state?: GrantState;
  readonly fiscalYear?: FiscalYear;
  readonly organizationId?: string;
}

@Injectable()
export class GrantStore {
  async add(
    tx: Transaction,
    grant: Omit<
      Grant,
      | 'version'
      | 'commitmentNumber'
      | 'decidedOn'
      | 'issuedOn'
      | 'letterId'
      | 'letterNumber'
      | 'withdrawnOn'
      | 'amountInForce'
      | 'discontinuedOn'
      | 'revokedOn'
      | 'determinedOn'
    >,
  ): Promise<void> {
    const first = { version: 1, municipalityId: tx.municipalityId, proposedAt: tx.now };
    await tx.manager.insert(GrantRow, { ...grant, ...first } as never);
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<Grant> {
    const row = await tx.manager.findOneBy(GrantRow, { id });
    if (!row) throw DomainError.notFound();
    return toGrant(row);
  }

  async ofIds(tx: Transaction, ids: readonly string[]): Promise<Grant[]> {
    return (await tx.manager.findBy(GrantRow, { id: Any([...new Set(ids)]) })).map(toGrant);
  }

  /** Locks the rows in one fixed order and gives them in the order asked for. Throws not-found. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<Grant[]> {
    const rows = await tx.manager.find(GrantRow, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const byId = new Map(rows.map((row) => [row.id, toGrant(row)]));
    return ids.map((id) => {
      const grant = byId.get(id);
      if (!grant) throw DomainError.notFound();
      return grant;
    });
  }

  /** The scheduled ones whose day has come, locked, in the order of their numbers. */
  async dueForIssue(tx: Transaction, today: LocalDate): Promise<Grant[]> {
    const rows = await tx.manager.find(GrantRow, {
      where: { state: 'scheduled', issuedOn: LessThanOrEqual(today) },
      order: { issuedOn: 'ASC', letterNumber: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map(toGrant);
  }

  async change(tx: Transaction, id: string, changes: Partial<Grant>): Promise<void> {
    await tx.manager.update(GrantRow, { municipalityId: tx.municipalityId, id }, changes as never);
  }

  /** The grant that stands for this application; null when none is proposed or decided. */
  async ofApplication(tx: Transaction, applicationId: string): Promise<Grant | null> {
    const row = await tx.manager.findOneBy(GrantRow, { applicationId, state: Not('released') });
    return row && toGrant(row);
  }

  /** Given up ones too. */
  async idsOfApplication(tx: Transaction, applicationId: string): Promise<string[]> {
    return (await tx.manager.findBy(GrantRow, { applicationId })).map(({ id }) => id);
  }

  async ofApplications(tx: Transaction, applicationIds: readonly string[]): Promise<Grant[]> {
    const rows = await tx.manager.findBy(GrantRow, { applicationId: In([...applicationIds]), state: Not('released') });
    return rows.map(toGrant);
  }

  /** One of the grants that were drafted by this allocation and not given up; null where there is none. */
  async allocatedBy(tx: Transaction, allocationId: string): Promise<string | null> {
    const [row] = await tx.manager.find(GrantRow, {
      select: { municipalityId: true, id: true },
      where: { allocationId, state: Not('released') },
      order: { proposedAt: 'DESC', id: 'ASC' },
      take: 1,
    });
    return row?.id ?? null;
  }

  async ofLetter(tx: Transaction, letterId: string): Promise<Grant | null> {
    const row = await tx.manager.findOne(GrantRow, { where: { letterId }, lock: { mode: 'pessimistic_write' } });
    return row && toGrant(row);
  }

  /** In the order of the decisions; given up ones only when asked for. */
  async list(tx: Transaction, filter: GrantFilter): Promise<Grant[]> {
    const { state = Not('released'), ...rest } = filter;
    const rows = await tx.manager.find(GrantRow, {
      where: { ...rest, state } as never,
      order: { fiscalYear: 'DESC', commitmentNumber: 'ASC', proposedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toGrant);
  }
}

const toGrant = ({ municipalityId: _town, proposedAt: _proposed, ...row }: GrantRow): Grant => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
  amountInForce: row.amountInForce ?? row.amount,
});
