import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { OrganizationState } from '../domain/organization.js';

export interface OrganizationListRow {
  readonly id: string;
  readonly name: string;
  readonly districtId: string;
  readonly districtName: string;
  readonly state: OrganizationState;
  readonly wardCount: number;
  readonly representative: string | null;
  /** Officers whose term has ended. */
  readonly expiredOfficers: number;
  readonly accountNumber: string | null;
  readonly bankName: string | null;
  /** An account change waits for confirmation, and payments with it. */
  readonly changeOpen: boolean;
  readonly submittedAt: Date | null;
}

@Injectable()
export class OrganizationList {
  /** What staff must act on first: submitted registrations, then open account changes, then the rest by district. */
  rows(tx: Transaction): Promise<OrganizationListRow[]> {
    return tx.query(
      `SELECT o.id, o.name, o.district_id AS "districtId", d.name AS "districtName", o.state, o.submitted_at AS "submittedAt",
              (SELECT count(*)::int FROM organization_wards w
                WHERE w.municipality_id = o.municipality_id AND w.organization_id = o.id) AS "wardCount",
              (SELECT f.name FROM organization_officers f
                WHERE f.municipality_id = o.municipality_id AND f.organization_id = o.id
                  AND f.is_representative AND f.removed_at IS NULL) AS representative,
              (SELECT count(*)::int FROM organization_officers f
                WHERE f.municipality_id = o.municipality_id AND f.organization_id = o.id
                  AND f.removed_at IS NULL AND f.term_until < $2::date) AS "expiredOfficers",
              a.account_number AS "accountNumber", a.bank_name AS "bankName",
              EXISTS (SELECT 1 FROM bank_account_changes c
                       WHERE c.municipality_id = o.municipality_id AND c.organization_id = o.id
                         AND c.state = 'open') AS "changeOpen"
         FROM organizations o
         JOIN districts d ON d.municipality_id = o.municipality_id AND d.id = o.district_id
         LEFT JOIN bank_accounts a
           ON a.municipality_id = o.municipality_id AND a.organization_id = o.id AND a.state IN ('draft', 'current')
        WHERE o.municipality_id = $1
        ORDER BY o.state = 'submitted' DESC, "changeOpen" DESC, d.position, o.name`,
      [tx.municipalityId, tx.today],
    );
  }
}
