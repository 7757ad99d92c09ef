import { Controller, Get, Param, Query } from '@nestjs/common';
import { ViewDistricts, WriteOpenData } from '../../../disclosure/index.js';
import { Desk, sharedPage, Viewer, type SharedPageResult } from '../../shared/index.js';
import { districtTitle } from '../../shared/district-words.js';
import { yearAsked } from '../grants/asked.js';
import { editionOf } from '../grants/edition.js';
import { DistrictPage } from './district.page.js';
import { DistrictsPage } from './districts.page.js';
import { OrganizationPage } from './organization.page.js';
import { townCrumbs } from '../town-crumbs.js';

/** Who lives where and what the town gave them, for everyone. */
@Controller(':town')
@Desk('public')
export class PublicDistrictsController {
  constructor(
    private readonly districts: ViewDistricts,
    private readonly data: WriteOpenData,
  ) {}

  @Get('districts')
  async all(@Viewer() viewer: Viewer, @Query('year') asked: unknown): Promise<SharedPageResult> {
    return sharedPage(viewer, await this.edition(viewer), async () => {
      const view = await this.districts.all(viewer.actor, yearAsked(asked));
      return {
        title: '校区と団体',
        lead: '校区（小学校の通学区域）ごとに、まちづくり組織と、交付された補助金を見られます。',
        wide: true,
        body: DistrictsPage({ viewer, view }),
      };
    });
  }

  @Get('districts/:id')
  async one(
    @Viewer() viewer: Viewer,
    @Param('id') id: string,
    @Query('year') asked: unknown,
  ): Promise<SharedPageResult> {
    return sharedPage(viewer, await this.edition(viewer), async () => {
      const view = await this.districts.one(viewer.actor, id, yearAsked(asked));
      return {
        title: districtTitle(view.district.name),
        wide: true,
        breadcrumb: townCrumbs(
          viewer,
          { label: '校区と団体', href: viewer.url('districts') },
          { label: districtTitle(view.district.name) },
        ),
        body: DistrictPage({ viewer, view }),
      };
    });
  }

  @Get('organizations/:id')
  async organization(@Viewer() viewer: Viewer, @Param('id') id: string): Promise<SharedPageResult> {
    return sharedPage(viewer, await this.edition(viewer), async () => {
      const view = await this.districts.organization(viewer.actor, id);
      const { name, districtId, districtName } = view.organization;
      return {
        title: name,
        wide: true,
        breadcrumb: townCrumbs(
          viewer,
          { label: '校区と団体', href: viewer.url('districts') },
          { label: districtTitle(districtName), href: viewer.url(`districts/${districtId}`) },
          { label: name },
        ),
        body: OrganizationPage({ viewer, view }),
      };
    });
  }

  private async edition(viewer: Viewer): Promise<string> {
    return editionOf(await this.data.edition(viewer.actor));
  }
}
