import { Injectable } from '@nestjs/common';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { rectified } from '../domain/rectify.js';
import type { Submission } from '../domain/submission.js';
import { ApplicationSubmissionRow } from './application-submission-row.js';
import { RectificationStore } from './rectification.store.js';

type NewSubmission = Omit<Submission, 'content' | 'rectifications'> & {
  readonly requestId: string;
  readonly amount: Yen;
};

/** What was sent, round by round, written once; read together with what staff put right in it. */
@Injectable()
export class SubmissionStore {
  constructor(private readonly rectifications: RectificationStore) {}

  async add(tx: Transaction, { sent: content, ...submission }: NewSubmission): Promise<void> {
    const submittedByAccount = 'accountId' in tx.actor ? tx.actor.accountId : tx.actor.kind;
    await tx.manager.insert(ApplicationSubmissionRow, {
      ...submission,
      content,
      submittedByAccount,
      municipalityId: tx.municipalityId,
    });
  }

  /** Newest round first. */
  async of(tx: Transaction, applicationId: string): Promise<Submission[]> {
    const rows = await tx.manager.find(ApplicationSubmissionRow, {
      where: { applicationId },
      order: { round: 'DESC' },
    });
    return this.withRectifications(tx, rows);
  }

  async newest(tx: Transaction, applicationId: string): Promise<Submission | null> {
    const rows = await tx.manager.find(ApplicationSubmissionRow, {
      where: { applicationId },
      order: { round: 'DESC' },
      take: 1,
    });
    const [newest = null] = await this.withRectifications(tx, rows);
    return newest;
  }

  /** The newest round of each of these applications that was ever sent. */
  async newestOf(tx: Transaction, applicationIds: readonly string[]): Promise<ReadonlyMap<string, Submission>> {
    const rows = await tx.manager
      .createQueryBuilder(ApplicationSubmissionRow, 's')
      .distinctOn(['s.applicationId'])
      .where('s.applicationId IN (:...ids)', { ids: applicationIds.length > 0 ? applicationIds : [null] })
      .orderBy('s.applicationId')
      .addOrderBy('s.round', 'DESC')
      .getMany();
    const newest = await this.withRectifications(tx, rows);
    return new Map(newest.map((submission) => [submission.applicationId, submission]));
  }

  async hasRequest(tx: Transaction, applicationId: string, requestId: string): Promise<boolean> {
    return tx.manager.existsBy(ApplicationSubmissionRow, { applicationId, requestId });
  }

  private async withRectifications(tx: Transaction, rows: readonly ApplicationSubmissionRow[]): Promise<Submission[]> {
    const all = await this.rectifications.of(tx, [...new Set(rows.map(({ applicationId }) => applicationId))]);
    return rows.map(({ id, applicationId, round, submittedAt, submittedBy, content: sent }) => {
      const rectifications = (all.get(applicationId) ?? []).filter((each) => each.round === round);
      const content = rectified(sent, rectifications);
      return { id, applicationId, round, submittedAt, submittedBy, sent, rectifications, content };
    });
  }
}
