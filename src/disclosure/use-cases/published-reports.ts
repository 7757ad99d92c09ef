import { Injectable } from '@nestjs/common';
import type { GrantView } from '../../grants/index.js';
import { ReportDirectory, type Determination } from '../../performance-reports/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { disclosureTermsOf } from '../../programs/index.js';
import type { PublicGrant } from '../domain/public-grant.js';
import { publishedTexts } from '../domain/published-texts.js';

type Reported = Pick<PublicGrant, 'results' | 'photographs'>;

const NOTHING: Reported = { results: [], photographs: [] };

/** What everyone may read of a performance report, and from when on. */
@Injectable()
export class PublishedReports {
  constructor(private readonly reports: ReportDirectory) {}

  /** Where the amount is settled from the letter of 額の確定 on, else once the report was accepted. */
  async of(tx: Transaction, grant: GrantView, determination: Determination | null): Promise<Reported> {
    const report = await this.reports.ofApplication(tx, grant.applicationId);
    const settled = report?.state === 'inspected' && determination?.state === 'issued';
    if (!report || !(settled || report.state === 'accepted')) return NOTHING;
    const [newest] = await this.reports.submissionsOf(tx, report.id);
    if (!newest) return NOTHING;
    const { report: questions, photographs } = disclosureTermsOf(grant.document);
    const { content } = newest;
    return {
      results: publishedTexts(questions, content.answers),
      photographs: photographs
        ? content.photographs
            .filter(({ publishable }) => publishable === true)
            .map(({ sha256, caption }) => ({ sha256, caption }))
        : [],
    };
  }
}
