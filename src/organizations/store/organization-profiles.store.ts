import { Injectable } from '@nestjs/common';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { OrganizationState } from '../domain/organization.js';
import { isUuid } from './uuid.js';

/** An organisation as every later stage sees it. */
export interface OrganizationProfile {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly districtId: string;
  readonly districtName: string;
  /** 行政区 in the order the organisation lists them; their number is part of the grant. */
  readonly wards: readonly string[];
  readonly state: OrganizationState;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  readonly mail: string | null;
  readonly consentsToElectronicDelivery: boolean;
  readonly representative: { readonly officerId: string; readonly role: string; readonly name: string } | null;
  readonly version: number;
}

const PROFILE = `
  SELECT o.id, o.name, o.kana, o.district_id AS "districtId", d.name AS "districtName",
         coalesce((SELECT array_agg(w.name ORDER BY w.position) FROM organization_wards w
                    WHERE w.municipality_id = o.municipality_id AND w.organization_id = o.id), '{}') AS wards,
         o.state, o.postal_code AS "postalCode", o.address, o.phone, o.mail,
         o.consents_to_electronic_delivery AS "consentsToElectronicDelivery",
         CASE WHEN r.id IS NULL THEN NULL
              ELSE json_build_object('officerId', r.id, 'role', r.role, 'name', r.name) END AS representative,
         o.version
    FROM organizations o
    JOIN districts d ON d.municipality_id = o.municipality_id AND d.id = o.district_id
    LEFT JOIN organization_officers r
      ON r.municipality_id = o.municipality_id AND r.organization_id = o.id AND r.is_representative AND r.removed_at IS NULL
   WHERE o.municipality_id = $1`;

@Injectable()
export class OrganizationProfiles {
  async get(tx: Transaction, id: string): Promise<OrganizationProfile> {
    requireOwnOrganization(tx.actor, id);
    const [profile] = isUuid(id)
      ? await tx.query<OrganizationProfile>(`${PROFILE} AND o.id = $2`, [tx.municipalityId, id])
      : [];
    if (!profile) throw DomainError.notFound();
    return profile;
  }

  /** Every organisation, in the order of its district; an officer sees only their own. */
  list(tx: Transaction): Promise<OrganizationProfile[]> {
    if (tx.actor.kind === 'public') throw DomainError.notFound();
    const own = tx.actor.kind === 'officer' ? tx.actor.organizationId : null;
    return tx.query(`${PROFILE} AND ($2::uuid IS NULL OR o.id = $2) ORDER BY d.position, o.name`, [
      tx.municipalityId,
      own,
    ]);
  }
}
