import { Controller, Get, Param, Query } from '@nestjs/common';
import { ViewDistricts } from '../../../disclosure/index.js';
import { Desk, page, Viewer, type PageResult } from '../../shared/index.js';
import { SHARED_FOR_SECONDS, yearAsked } from '../grants/asked.js';
import { DistrictPage } from './district.page.js';
import { DistrictsPage } from './districts.page.js';
import { OrganizationPage } from './organization.page.js';

/** Who lives where and what the town gave them, for everyone. */
@Controller(':town')
@Desk('public')
export class PublicDistrictsController {
  constructor(private readonly districts: ViewDistricts) {}

  @Get('districts')
  async all(@Viewer() viewer: Viewer, @Query('year') asked: unknown): Promise<PageResult> {
    const view = await this.districts.all(viewer.actor, yearAsked(asked));
    return page(viewer, {
      title: '校区と団体',
      lead: '校区（小学校の通学区域）ごとに、まちづくり組織と、交付された補助金を見られます。',
      wide: true,
      sharedForSeconds: SHARED_FOR_SECONDS,
      body: DistrictsPage({ viewer, view }),
    });
  }

  @Get('districts/:id')
  async one(@Viewer() viewer: Viewer, @Param('id') id: string, @Query('year') asked: unknown): Promise<PageResult> {
    const view = await this.districts.one(viewer.actor, id, yearAsked(asked));
    return page(viewer, {
      title: view.district.name,
      wide: true,
      sharedForSeconds: SHARED_FOR_SECONDS,
      breadcrumb: [
        { label: viewer.town.name, href: viewer.url('') },
        { label: '校区と団体', href: viewer.url('districts') },
        { label: view.district.name },
      ],
      body: DistrictPage({ viewer, view }),
    });
  }

  @Get('organizations/:id')
  async organization(@Viewer() viewer: Viewer, @Param('id') id: string): Promise<PageResult> {
    const view = await this.districts.organization(viewer.actor, id);
    const { name, districtId, districtName } = view.organization;
    return page(viewer, {
      title: name,
      wide: true,
      sharedForSeconds: SHARED_FOR_SECONDS,
      breadcrumb: [
        { label: viewer.town.name, href: viewer.url('') },
        { label: '校区と団体', href: viewer.url('districts') },
        { label: districtName, href: viewer.url(`districts/${districtId}`) },
        { label: name },
      ],
      body: OrganizationPage({ viewer, view }),
    });
  }
}
