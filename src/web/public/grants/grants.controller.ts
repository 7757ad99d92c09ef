import { Controller, Get, Param, Query } from '@nestjs/common';
import { nameOfGrant, ViewPublicGrants, WriteOpenData } from '../../../disclosure/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import {
  Desk,
  download,
  SHARED_FOR_SECONDS,
  sharedPage,
  Viewer,
  type DownloadResult,
  type SharedPageResult,
} from '../../shared/index.js';
import { rowAsked, wordsAsked, yearAsked } from './asked.js';
import { editionOf } from './edition.js';
import { GrantPage } from './grant.page.js';
import { GrantsPage } from './grants.page.js';
import { townCrumbs } from '../town-crumbs.js';

type Asked = Readonly<Record<string, unknown>>;

/** What the town granted, for everyone. */
@Controller(':town/grants')
@Desk('public')
export class PublicGrantsController {
  constructor(
    private readonly grants: ViewPublicGrants,
    private readonly data: WriteOpenData,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query() asked: Asked): Promise<SharedPageResult> {
    return sharedPage(viewer, editionOf(await this.data.edition(viewer.actor)), async () => {
      const year = yearAsked(asked['year']);
      const view = await this.grants.execute(viewer.actor, {
        ...(year !== undefined && { year }),
        districtId: wordsAsked(asked['district']),
        programId: wordsAsked(asked['program']),
        field: wordsAsked(asked['field']),
        words: wordsAsked(asked['words']),
        from: rowAsked(asked['from']),
      });
      return {
        title: `${formatFiscalYear(view.year)}の交付の一覧`,
        lead: `${viewer.town.name}が、まちづくり組織に交付することを決めた補助金です。`,
        wide: true,
        body: GrantsPage({ viewer, view }),
      };
    });
  }

  @Get(':id')
  async one(@Viewer() viewer: Viewer, @Param('id') id: string): Promise<SharedPageResult> {
    return sharedPage(viewer, editionOf(await this.data.edition(viewer.actor)), async () => {
      const grant = await this.grants.one(viewer.actor, id);
      const title = nameOfGrant(grant);
      return {
        title: `${title}（${grant.organizationName}）`,
        heading: false,
        breadcrumb: townCrumbs(
          viewer,
          { label: '交付の一覧', href: viewer.url('grants', { year: String(grant.fiscalYear) }) },
          { label: title },
        ),
        body: GrantPage({ viewer, grant }),
      };
    });
  }

  @Get(':id/photographs/:sha256')
  async photograph(
    @Viewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('sha256') sha256: string,
  ): Promise<DownloadResult> {
    const { bytes, mediaType } = await this.grants.photograph(viewer.actor, id, sha256);
    const fileName = `photograph-${sha256.slice(0, 8)}`;
    return download({
      ...{ bytes, fileName, mediaType, inline: true },
      ...{ publicForSeconds: SHARED_FOR_SECONDS, tag: sha256, immutable: true },
    });
  }
}
