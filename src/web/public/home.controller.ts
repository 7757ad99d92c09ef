import { Controller, Get } from '@nestjs/common';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { Desk, page, pageWithoutTown, Viewer, type PageResult } from '../shared/index.js';
import { TownFrontPage, TownList } from './home.page.js';

/** The way in: the towns of this installation, and the front page of each. */
@Controller()
export class HomeController {
  constructor(
    private readonly municipalities: Municipalities,
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
  ) {}

  @Get()
  async towns(): Promise<PageResult> {
    const towns = await this.municipalities.all();
    return pageWithoutTown({ title: '自治体を選んでください', body: TownList({ towns }) });
  }

  @Get(':town')
  @Desk('public')
  async town(@Viewer() viewer: Viewer): Promise<PageResult> {
    const open = await this.unitOfWork.read(viewer.actor, (tx) => this.programs.openVersions(tx));
    return page(viewer, {
      title: `${viewer.town.name}の地域づくり補助金`,
      lead: 'まちづくり組織への補助金の申請から交付、公表までを、この窓口で行います。',
      body: TownFrontPage({ viewer, open }),
    });
  }
}
