import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { ERASED_NAME, SAMPLE_RETENTION, type Retention } from '../domain/retention.js';
import { ProposalSettingsRow } from './proposal-settings-row.js';

/** The town's terms, and what goes when they are over. Works over all proposals of the town. */
@Injectable()
export class RetentionStore {
  async read(tx: Transaction): Promise<Retention> {
    const row = await tx.manager.findOneBy(ProposalSettingsRow, { municipalityId: tx.municipalityId });
    if (!row) return SAMPLE_RETENTION;
    const { municipalityId: _town, ...retention } = row;
    return retention;
  }

  /** Throws stale when somebody else has saved since `version` was read. */
  async save(tx: Transaction, { draftDays, contactDays, version }: Retention): Promise<void> {
    const saved = await tx.query(
      `INSERT INTO proposal_settings AS kept (municipality_id, draft_days, contact_days, version) VALUES ($1, $2, $3, 1)
       ON CONFLICT (municipality_id) DO UPDATE
         SET draft_days = excluded.draft_days, contact_days = excluded.contact_days, version = kept.version + 1
       WHERE kept.version = $4
       RETURNING version`,
      [tx.municipalityId, draftDays, contactDays, version],
    );
    if (saved.length === 0) throw DomainError.stale();
  }

  /** The last save of a draft, its beginning where nothing was saved. */
  async savedAt(tx: Transaction, proposalId: string): Promise<Date> {
    const [row] = await tx.query<{ at: Date }>(
      `SELECT greatest(proposal.begun_at, max(section.saved_at)) AS at
         FROM proposals proposal
         LEFT JOIN proposal_sections section
           ON (section.municipality_id, section.proposal_id) = (proposal.municipality_id, proposal.id)
        WHERE proposal.municipality_id = $1 AND proposal.id = $2 GROUP BY proposal.begun_at`,
      [tx.municipalityId, proposalId],
    );
    if (!row) throw DomainError.notFound();
    return row.at;
  }

  /** Drafts without an account that nobody has saved since that day, and those that were taken back unsent; locked. */
  async abandoned(tx: Transaction, before: LocalDate): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM proposals proposal
        WHERE municipality_id = $1 AND number IS NULL AND access_hash IS NOT NULL
          AND (greatest(begun_at, (SELECT max(saved_at) FROM proposal_sections section
                                    WHERE section.municipality_id = proposal.municipality_id
                                      AND section.proposal_id = proposal.id)) AT TIME ZONE 'Asia/Tokyo')::date < $2
        ORDER BY id FOR UPDATE SKIP LOCKED`,
      [tx.municipalityId, before],
    );
    return rows.map(({ id }) => id);
  }

  /** With everything that was typed; gives the hashes of its files. The caller holds the rows. */
  async deleteDrafts(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const files = await tx.query<{ sha256: string }>(
      `WITH gone AS (
         DELETE FROM proposal_files WHERE municipality_id = $1 AND proposal_id = ANY ($2) RETURNING sha256)
       SELECT DISTINCT sha256 FROM gone`,
      [tx.municipalityId, ids],
    );
    for (const table of ['proposal_section_revisions', 'proposal_sections']) {
      await tx.query(`DELETE FROM ${table} WHERE municipality_id = $1 AND proposal_id = ANY ($2)`, [
        tx.municipalityId,
        ids,
      ]);
    }
    await tx.query('DELETE FROM proposals WHERE municipality_id = $1 AND id = ANY ($2)', [tx.municipalityId, ids]);
    return files.map(({ sha256 }) => sha256);
  }

  /**
   * Contact, mail and a name that was not to be published, of what ended before that day: decided, set aside or taken back.
   * An organisation is in the register. Gives which, and whether its name went.
   */
  eraseEndedBefore(tx: Transaction, day: LocalDate): Promise<{ id: string; unnamed: boolean }[]> {
    return tx.query<{ id: string; unnamed: boolean }>(
      `WITH ended AS (
         SELECT proposal.id,
                coalesce(decision.decided_on,
                         (proposal.withdrawn_at AT TIME ZONE 'Asia/Tokyo')::date,
                         (SELECT max((screening.screened_at AT TIME ZONE 'Asia/Tokyo')::date)
                            FROM proposal_screenings screening
                           WHERE (screening.municipality_id, screening.proposal_id) = (proposal.municipality_id, proposal.id)))
                AS on_day
           FROM proposals proposal
           LEFT JOIN proposal_decisions decision
             ON (decision.municipality_id, decision.proposal_id) = (proposal.municipality_id, proposal.id)
          WHERE proposal.municipality_id = $1 AND proposal.number IS NOT NULL AND proposal.organization_id IS NULL
            AND proposal.erased_on IS NULL
            AND proposal.state IN ('set-aside', 'adopted', 'refused', 'merged', 'withdrawn')),
       erased AS (
         UPDATE proposals SET proposer_contact = '', proposer_mail = '', erased_on = $3,
                proposer_name = CASE WHEN public_name THEN proposer_name ELSE $4 END
          WHERE municipality_id = $1 AND id IN (SELECT id FROM ended WHERE on_day < $2)
         RETURNING id, NOT public_name AS unnamed)
       SELECT id, unnamed FROM erased ORDER BY id`,
      [tx.municipalityId, day, tx.today, ERASED_NAME],
    );
  }
}
