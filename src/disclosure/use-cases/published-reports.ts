import { Injectable } from '@nestjs/common';
import type { GrantView } from '../../grants/index.js';
import { ReportDirectory, type Determination } from '../../performance-reports/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { PICTURE_MEDIA_TYPE, publicPicture } from '../../platform/pictures/index.js';
import { disclosureTermsOf } from '../../programs/index.js';
import type { PublicGrant, PublicPhotograph } from '../domain/public-grant.js';
import type { PublicItem } from '../domain/withholding.js';
import { publishedTexts } from '../domain/published-texts.js';
import { PublicGrantStore } from '../store/public-grant.store.js';

type Reported = Pick<PublicGrant, 'results' | 'photographs'>;

const NOTHING: Reported = { results: [], photographs: [] };

/** What everyone may read of a performance report, and from when on. */
@Injectable()
export class PublishedReports {
  constructor(
    private readonly reports: ReportDirectory,
    private readonly published: PublicGrantStore,
    private readonly files: FileStore,
  ) {}

  /** Where the amount is settled from the letter of 額の確定 on, else once the report was accepted. */
  async of(
    tx: Transaction,
    grant: GrantView,
    determination: Determination | null,
    withheld: readonly PublicItem[],
  ): Promise<Reported> {
    const report = await this.reports.ofApplication(tx, grant.applicationId);
    const settled = report?.state === 'inspected' && determination?.state === 'issued';
    if (!report || !(settled || report.state === 'accepted')) return NOTHING;
    const [newest] = await this.reports.submissionsOf(tx, report.id);
    if (!newest) return NOTHING;
    const { report: questions, photographs } = disclosureTermsOf(grant.document);
    const { content } = newest;
    const kept = new Set(withheld.filter(({ kind }) => kind === 'photograph').map(({ item }) => item));
    const agreed = photographs
      ? content.photographs.filter(({ publishable, sha256 }) => publishable === true && !kept.has(sha256))
      : [];
    return {
      results: publishedTexts(questions, content.answers),
      photographs: await this.drawn(tx, agreed, await this.published.photographsOf(tx, grant.id)),
    };
  }

  /** Each is drawn once; what cannot be opened or drawn is not shown. */
  private async drawn(
    tx: Transaction,
    agreed: readonly { readonly sha256: string; readonly caption: string }[],
    known: readonly PublicPhotograph[],
  ): Promise<PublicPhotograph[]> {
    const scans = await this.files.scanStates(
      tx,
      agreed.map(({ sha256 }) => sha256),
    );
    const shown: PublicPhotograph[] = [];
    for (const { sha256: original, caption } of agreed) {
      const scan = scans.get(original) ?? 'not-scanned';
      if (scan === 'pending' || scan === 'infected') continue;
      const before = known.find((photograph) => photograph.original === original);
      const sha256 = before?.sha256 ?? (await this.draw(tx, original));
      if (sha256 !== null) shown.push({ sha256, original, caption });
    }
    return shown;
  }

  private async draw(tx: Transaction, original: string): Promise<string | null> {
    const picture = await publicPicture((await this.files.read(tx, original)).bytes);
    if (!picture) return null;
    return (await this.files.put(tx, { bytes: picture.large.bytes, mediaType: PICTURE_MEDIA_TYPE })).sha256;
  }
}
