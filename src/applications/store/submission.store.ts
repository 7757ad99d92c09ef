import { Injectable } from '@nestjs/common';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Submission } from '../domain/submission.js';
import { ApplicationSubmissionRow } from './application-submission-row.js';

/** What was sent, round by round; written once. */
@Injectable()
export class SubmissionStore {
  async add(
    tx: Transaction,
    submission: Submission & { readonly requestId: string; readonly amount: Yen },
  ): Promise<void> {
    const submittedByAccount = 'accountId' in tx.actor ? tx.actor.accountId : tx.actor.kind;
    await tx.manager.insert(ApplicationSubmissionRow, {
      ...submission,
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
    return rows.map(toSubmission);
  }

  async newest(tx: Transaction, applicationId: string): Promise<Submission | null> {
    const [row] = await tx.manager.find(ApplicationSubmissionRow, {
      where: { applicationId },
      order: { round: 'DESC' },
      take: 1,
    });
    return row ? toSubmission(row) : null;
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
    return new Map(rows.map((row) => [row.applicationId, toSubmission(row)]));
  }

  async hasRequest(tx: Transaction, applicationId: string, requestId: string): Promise<boolean> {
    return tx.manager.existsBy(ApplicationSubmissionRow, { applicationId, requestId });
  }
}

const toSubmission = ({
  id,
  applicationId,
  round,
  submittedAt,
  submittedBy,
  content,
}: ApplicationSubmissionRow): Submission => ({
  id,
  applicationId,
  round,
  submittedAt,
  submittedBy,
  content,
});
