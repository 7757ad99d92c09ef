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
import { yearOfFile } from '../grants/asked.js';
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
    return this.table(viewer, 'grants', 'csv', yearOfFile(asked));
  }

  @Get('open-data/360giving.json')
  async threeSixtyGiving(@Viewer() viewer: Viewer, @Query('year') asked: unknown): Promise<DownloadResult> {
    const bytes = await this.data.threeSixtyGiving(everyone(viewer), this.publisherOf(viewer), yearOfFile(asked));
    return openFile({ bytes, fileName: '360giving.json', mediaType: MEDIA.json });
  }

  @Get('open-data/:file')
  dataSet(
    @Viewer() viewer: Viewer,
    @Param('file') file: string,
    @Query('year') asked: unknown,
  ): Promise<DownloadResult> {
    const [name = '', kind] = file.split('.');
    if (!(name in DATA_SETS) || (kind !== 'csv' && kind !== 'json')) throw DomainError.notFound();
    return this.table(viewer, name as DataSetName, kind, yearOfFile(asked));
  }

  @Get('feed.xml')
  async feed(@Viewer() viewer: Viewer): Promise<DownloadResult> {
    const { name, address } = this.publisherOf(viewer);
    const title = `${name}の地域づくり`;
    const description = `${title}について新しく公表したもの`;
    const items = await this.news.execute(everyone(viewer));
    const bytes = Buffer.from(feedAsXml({ title, description, address, items }), 'utf8');
    return openFile({ bytes, fileName: 'feed.xml', mediaType: MEDIA.xml, inline: true });
  }

  private async table(
    viewer: Viewer,
    name: DataSetName,
    kind: 'csv' | 'json',
    year: FiscalYear | undefined,
  ): Promise<DownloadResult> {
    const bytes =
      kind === 'csv'
        ? await this.data.csv(everyone(viewer), name, year)
        : await this.data.json(everyone(viewer), name, this.publisherOf(viewer), year);
    return openFile({ bytes, fileName: `${name}.${kind}`, mediaType: MEDIA[kind] });
  }

  private publisherOf({ town }: Viewer): Publisher {
    const address = new URL(`/${town.slug}`, this.config.publicUrl).href;
    return { name: town.name, prefecture: town.prefecture, code: town.id, address, licence: LICENCE.url };
  }
}

/** The files are kept by proxies: whoever asks, they hold what an unknown visitor gets. */
const everyone = ({ town }: Viewer): Actor => publicActor(town.id);

/**
 * Told from another by its bytes alone: the record, the words of the program, the town's name and the public address all go
 * into them, and a day that changes nothing of it makes no other file.
 */
function openFile(file: {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
  readonly inline?: boolean;
}): DownloadResult {
  const tag = createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22);
  return download({ ...file, tag, publicForSeconds: SHARED_FOR_SECONDS, openToOtherSites: true });
}
