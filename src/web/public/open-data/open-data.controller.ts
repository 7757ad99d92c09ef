import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { AppConfig } from '../../../config/index.js';
import {
  DATA_SETS,
  LICENCE,
  ViewNews,
  WriteOpenData,
  type DataSetName,
  type Publisher,
} from '../../../disclosure/index.js';
import { publicActor, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { FiscalYear } from '../../../kernel/fiscal-year.js';
import {
  Desk,
  download,
  page,
  SHARED_FOR_SECONDS,
  Viewer,
  type DownloadResult,
  type PageResult,
} from '../../shared/index.js';
import { yearAsked } from '../grants/asked.js';
import { feedAsXml } from './feed.js';
import { OpenDataPage } from './open-data.page.js';
import { townCrumbs } from '../town-crumbs.js';

const MEDIA = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/rss+xml; charset=utf-8',
} as const;

/** What is public, as files under addresses that stay. They are the same for everyone, signed in or not. */
@Controller(':town')
@Desk('public')
export class OpenDataController {
  constructor(
    private readonly data: WriteOpenData,
    private readonly news: ViewNews,
    private readonly config: AppConfig,
  ) {}

  @Get('open-data')
  async about(@Viewer() viewer: Viewer): Promise<PageResult> {
    const { changedAt } = await this.data.edition(everyone(viewer));
    const hasGrants = await this.data.holdsGrants(everyone(viewer));
    return page(viewer, {
      title: 'オープンデータ',
      breadcrumb: townCrumbs(viewer, { label: 'オープンデータ' }),
      lead: `${viewer.town.name}が交付した補助金の記録を、だれでも自由に使えるデータとして公開しています。`,
      sharedForSeconds: SHARED_FOR_SECONDS,
      body: OpenDataPage({ viewer, changedAt, hasGrants, address: this.publisherOf(viewer).address }),
    });
  }

  /** The first address of the file, which keeps working. */
  @Get('grants.csv')
  grantsCsv(@Viewer() viewer: Viewer, @Query('year') asked: unknown): Promise<DownloadResult> {
    return this.table(viewer, 'grants', 'csv', yearAsked(asked));
  }

  @Get('open-data/360giving.json')
  async threeSixtyGiving(@Viewer() viewer: Viewer): Promise<DownloadResult> {
    const publisher = this.publisherOf(viewer);
    const bytes = (): Promise<Buffer> => this.data.threeSixtyGiving(everyone(viewer), publisher);
    return this.file(viewer, '360giving.json', MEDIA.json, bytes);
  }

  @Get('open-data/:file')
  dataSet(
    @Viewer() viewer: Viewer,
    @Param('file') file: string,
    @Query('year') asked: unknown,
  ): Promise<DownloadResult> {
    const [name = '', kind] = file.split('.');
    if (!(name in DATA_SETS) || (kind !== 'csv' && kind !== 'json')) throw DomainError.notFound();
    return this.table(viewer, name as DataSetName, kind, yearAsked(asked));
  }

  /** What stands in it comes from several stages, so its tag is that of its bytes. */
  @Get('feed.xml')
  async feed(@Viewer() viewer: Viewer): Promise<DownloadResult> {
    const { name, address } = this.publisherOf(viewer);
    const title = `${name}の地域づくり`;
    const description = `${title}について新しく公表したもの`;
    const items = await this.news.execute(everyone(viewer));
    const bytes = Buffer.from(feedAsXml({ title, description, address, items }), 'utf8');
    return ownTag({ bytes, fileName: 'feed.xml', mediaType: MEDIA.xml });
  }

  private async table(
    viewer: Viewer,
    name: DataSetName,
    kind: 'csv' | 'json',
    year: FiscalYear | undefined,
  ): Promise<DownloadResult> {
    const fileName = `${name}.${kind}`;
    const bytes = (): Promise<Buffer> =>
      kind === 'csv'
        ? this.data.csv(everyone(viewer), name, year)
        : this.data.json(everyone(viewer), name, this.publisherOf(viewer), year);
    // Proposals are no part of the record of grants, whose edition is the tag of the other files.
    return name === 'proposals'
      ? ownTag({ bytes: await bytes(), fileName, mediaType: MEDIA[kind] })
      : this.file(viewer, fileName, MEDIA[kind], bytes);
  }

  /** Made only for those who have no copy of this edition of the record; the day counts, for calls close with it. */
  private async file(
    viewer: Viewer,
    fileName: string,
    mediaType: string,
    bytes: () => Promise<Buffer>,
  ): Promise<DownloadResult> {
    const { tag, today } = await this.data.edition(everyone(viewer));
    return download({ bytes, fileName, mediaType, tag: `${tag}-${today}`, publicForSeconds: SHARED_FOR_SECONDS });
  }

  private publisherOf({ town }: Viewer): Publisher {
    const address = new URL(`/${town.slug}`, this.config.publicUrl).href;
    return { name: town.name, prefecture: town.prefecture, code: town.id, address, licence: LICENCE.url };
  }
}

/** The files are kept by proxies: whoever asks, they hold what an unknown visitor gets. */
const everyone = ({ town }: Viewer): Actor => publicActor(town.id);

/** A file that is told from another by its bytes alone. */
function ownTag(file: {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
}): DownloadResult {
  const tag = createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22);
  return download({ ...file, tag, publicForSeconds: SHARED_FOR_SECONDS });
}
