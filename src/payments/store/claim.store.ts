import { Injectable } from '@nestjs/common';
import { Any, Not } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Claim, ClaimConfirmation } from '../domain/claim.js';
import type { BatchTotal } from '../domain/payment-batch.js';
import { ClaimRow } from './claim-row.js';
import { ClaimSettlementRow } from './claim-settlement-row.js';
import type { PartOfOrders } from './payment-order.store.js';

export type NewClaim = Omit<Claim, 'state' | 'preparedAt' | 'confirmation' | 'withdrawnReason' | 'version'>;

@Injectable()
export class ClaimStore {
  async insert(tx: Transaction, claim: NewClaim): Promise<void> {
    await tx.manager.insert(ClaimRow, {
      ...claim,
      municipalityId: tx.municipalityId,
      state: 'prepared',
      preparedAt: tx.now,
      version: 1,
    });
  }

  async find(tx: Transaction, id: string): Promise<Claim> {
    const row = await tx.manager.findOneBy(ClaimRow, { id });
    if (!row) throw DomainError.notFound();
    return toClaim(row);
  }

  async byIds(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    const rows = await tx.manager.find(ClaimRow, { where: { id: Any([...new Set(ids)]) } });
    return new Map(rows.map((row) => [row.id, toClaim(row)]));
  }

  /** In the order of their ids, so that two transactions never wait for each other crosswise; not-found when one is missing. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<Claim[]> {
    const rows = await tx.manager.find(ClaimRow, {
      where: { id: Any([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (rows.length < new Set(ids).size) throw DomainError.notFound();
    return rows.map(toClaim);
  }

  /** Those that stand, in the order of their parts; the settlement's at the end. */
  async liveOfGrants(tx: Transaction, grantIds: readonly string[]): Promise<Claim[]> {
    const rows = await tx.manager.find(ClaimRow, {
      where: { grantId: Any([...grantIds]), state: Not('withdrawn') },
      order: { grantId: 'ASC', instalment: { direction: 'ASC', nulls: 'LAST' }, preparedAt: 'ASC' },
    });
    return rows.map(toClaim);
  }

  liveOfGrant(tx: Transaction, grantId: string): Promise<Claim[]> {
    return this.liveOfGrants(tx, [grantId]);
  }

  async withdrawnOfGrant(tx: Transaction, grantId: string): Promise<string[]> {
    return (await tx.manager.find(ClaimRow, { select: { id: true }, where: { grantId, state: 'withdrawn' } })).map(
      ({ id }) => id,
    );
  }

  async liveOfCause(tx: Transaction, causeId: string): Promise<Claim | null> {
    const row = await tx.manager.findOneBy(ClaimRow, { causeId, state: Not('withdrawn') });
    return row && toClaim(row);
  }

  /** From here on no part before the settlement is claimed; the same cause again changes nothing. */
  async settle(tx: Transaction, grantId: string, causeId: string): Promise<void> {
    await tx.query(
      `INSERT INTO claim_settlements (municipality_id, cause_id, grant_id, settled_on) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [tx.municipalityId, causeId, grantId, tx.today],
    );
  }

  /** By grant: the first day on which one of these was settled. */
  async settledOn(tx: Transaction, grantIds: readonly string[]): Promise<ReadonlyMap<string, LocalDate>> {
    const rows = await tx.manager.find(ClaimSettlementRow, {
      where: { grantId: Any([...grantIds]) },
      order: { settledOn: 'DESC' },
    });
    return new Map(rows.map(({ grantId, settledOn }) => [grantId, settledOn]));
  }

  async ofOrganization(tx: Transaction, organizationId: string): Promise<Claim[]> {
    const rows = await tx.manager.find(ClaimRow, {
      where: { organizationId },
      order: { preparedAt: 'DESC', id: 'ASC' },
    });
    return rows.map(toClaim);
  }

  /** Given up ones too. */
  async idsOfApplication(tx: Transaction, applicationId: string): Promise<string[]> {
    return (await tx.manager.findBy(ClaimRow, { applicationId })).map(({ id }) => id);
  }

  async ofYear(tx: Transaction, year: FiscalYear): Promise<Claim[]> {
    const rows = await tx.manager.find(ClaimRow, {
      where: { fiscalYear: year },
      order: { organizationName: 'ASC', id: 'ASC' },
    });
    return rows.map(toClaim);
  }

  /**
   * One page of the claims that wait for their organisation (`prepared`), or that are confirmed and for which no order stands
   * (`unordered`); with how many there are and their sum.
   */
  async page(
    tx: Transaction,
    which: 'prepared' | 'unordered',
    { from, most }: PartOfOrders,
  ): Promise<BatchTotal & { readonly rows: Claim[] }> {
    const found = await tx.query<{ id: string; count: string; total: string }>(
      `SELECT c.id, count(*) OVER () AS count, sum(c.amount) OVER () AS total FROM claims c
        WHERE c.municipality_id = $1 AND ${WAITING[which]}
        ORDER BY c.claimed_on, c.organization_name, c.id OFFSET $2 LIMIT $3`,
      [tx.municipalityId, from, most],
    );
    const claims = await this.byIds(
      tx,
      found.map(({ id }) => id),
    );
    return {
      rows: found.flatMap(({ id }) => claims.get(id) ?? []),
      count: Number(found[0]?.count ?? 0),
      total: yen(found[0]?.total ?? 0),
    };
  }

  async confirm(
    tx: Transaction,
    claim: Claim,
    confirmation: ClaimConfirmation & { readonly confirmedBy: string; readonly letterId: string },
  ): Promise<void> {
    await this.change(tx, claim, { ...confirmation, state: 'confirmed', confirmedAt: tx.now });
  }

  async withdraw(tx: Transaction, claim: Claim, reason: string): Promise<void> {
    await this.change(tx, claim, { state: 'withdrawn', withdrawnAt: tx.now, withdrawnReason: reason });
  }

  private async change(tx: Transaction, claim: Claim, change: Partial<ClaimRow>): Promise<void> {
    const { id, version } = claim;
    const done = await tx.manager.update(ClaimRow, { id, version }, { ...change, version: version + 1 });
    if (done.affected !== 1) throw DomainError.stale();
  }
}

const WAITING = {
  prepared: `c.state = 'prepared'`,
  unordered: `c.state = 'confirmed' AND NOT EXISTS (
    SELECT FROM payment_orders o WHERE o.municipality_id = c.municipality_id AND o.claim_id = c.id
       AND o.state NOT IN ('withdrawn', 'returned'))`,
} as const;

function toClaim(row: ClaimRow): Claim {
  const { municipalityId: _town, claimedOn, confirmedAt, letterId, confirmedBy: _by, withdrawnAt: _at, ...kept } = row;
  const { responsibleName, responsiblePhone, inChargeName, inChargePhone, ...claim } = kept;
  const signers = {
    responsibleName: responsibleName ?? '',
    responsiblePhone: responsiblePhone ?? '',
    inChargeName: inChargeName ?? '',
    inChargePhone: inChargePhone ?? '',
  };
  const confirmed = claimedOn && confirmedAt && letterId;
  return {
    ...claim,
    fiscalYear: fiscalYear(row.fiscalYear),
    confirmation: confirmed ? { claimedOn, confirmedAt, letterId, ...signers } : null,
  };
}
