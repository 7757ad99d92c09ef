import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { LineAssessment } from '../domain/assessment.js';
import type { DraftPoint, ManualAnswer, ReviewOutcome } from '../domain/review.js';
import { ReviewOutcomeRow } from './review-outcome-row.js';
import { ReviewRow } from './review-row.js';

/** A review being worked on; version 0 while nobody has saved anything. */
export interface KeptReview {
  readonly answers: readonly ManualAnswer[];
  readonly points: readonly DraftPoint[];
  readonly assessments: readonly LineAssessment[];
  readonly version: number;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

const NOTHING = { answers: [], points: [], assessments: [] };
const UNTOUCHED: KeptReview = { ...NOTHING, version: 0, changedAt: null, changedBy: null };

@Injectable()
export class ReviewStore {
  async of(tx: Transaction, applicationId: string): Promise<KeptReview> {
    const row = await tx.manager.findOneBy(ReviewRow, { applicationId });
    return row ?? UNTOUCHED;
  }

  /** The caller holds the application's row, so two first saves cannot meet. Throws stale with the name of who saved. */
  async save(
    tx: Transaction,
    applicationId: string,
    version: number,
    kept: Pick<KeptReview, 'answers' | 'points' | 'assessments'>,
  ): Promise<number> {
    const current = await this.of(tx, applicationId);
    if (current.version !== version) {
      throw new DomainError('reviews.saved-by-another', 'stale', { name: current.changedBy ?? '' });
    }
    const next = { ...kept, version: version + 1, changedAt: tx.now, changedBy: tx.actor.name };
    await tx.manager.upsert(ReviewRow, { ...next, municipalityId: tx.municipalityId, applicationId }, [
      'municipalityId',
      'applicationId',
    ]);
    return next.version;
  }

  async close(tx: Transaction, applicationId: string, ended: Omit<ReviewOutcome, 'madeAt' | 'madeBy'>): Promise<void> {
    const made = { id: randomUUID(), municipalityId: tx.municipalityId, madeAt: tx.now, madeBy: tx.actor.name };
    await tx.manager.insert(ReviewOutcomeRow, { ...ended, ...made, applicationId });
  }

  /** 査定額 in digits by application, of the newest round that passed. */
  async passedTotals(tx: Transaction, applicationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ applicationId: string; total: string | null }>(
      `SELECT DISTINCT ON (application_id) application_id AS "applicationId", assessment #>> '{working,total}' AS total
         FROM review_outcomes WHERE application_id = ANY ($1) AND outcome = 'passed'
        ORDER BY application_id, round DESC`,
      [applicationIds],
    );
    return new Map(
      rows.flatMap(({ applicationId, total }) => (total === null ? [] : [[applicationId, total] as const])),
    );
  }

  /** Newest round first. */
  async outcomes(tx: Transaction, applicationId: string): Promise<ReviewOutcome[]> {
    const rows = await tx.manager.find(ReviewOutcomeRow, { where: { applicationId }, order: { round: 'DESC' } });
    return rows.map(({ municipalityId: _town, id: _id, applicationId: _application, ...outcome }) => outcome);
  }
}
