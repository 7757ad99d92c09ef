import { Controller, Get } from '@nestjs/common';
import { Municipalities } from '../../../municipalities/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { TownPageWords, ViewBulletins } from '../../../records/index.js';
import { Desk, page, SHARED_FOR_SECONDS, pageWithoutTown, Viewer, type PageResult } from '../../shared/index.js';
import { inTownWords } from '../../shared/head-words.js';
import { townCrumbs } from '../town-crumbs.js';
import { AboutPage } from './about.page.js';
import { PolicyPage } from './policy.page.js';
import { OpenNow } from './open-now.js';
import { TownList } from './town-list.page.js';
import { TownPage } from './town-page.page.js';

/** お知らせ on the town page; the others are a click away. */
const NEWEST = 3;

/** The way in: the towns of this installation, the page of each, and what 協働 is there. */
@Controller()
export class TownPageController {
  constructor(
    private readonly municipalities: Municipalities,
    private readonly unitOfWork: UnitOfWork,
    private readonly words: TownPageWords,
    private readonly openNow: OpenNow,
    private readonly bulletins: ViewBulletins,
  ) {}

  @Get()
  async towns(): Promise<PageResult> {
    const towns = await this.municipalities.all();
    return pageWithoutTown({ title: '自治体を選んでください', body: TownList({ towns }) });
  }

  @Get(':town')
  @Desk('public')
  async town(@Viewer() viewer: Viewer): Promise<PageResult> {
    const shown = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      words: await this.words.shown(tx),
      offers: await this.openNow.of(tx, viewer),
      bulletins: (await this.bulletins.shown(tx, { from: 0, most: NEWEST })).rows,
    }));
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: `${viewer.town.name}の地域づくり`,
      lead: shown.words.lead,
      body: TownPage({ viewer, ...shown }),
    });
  }

  @Get(':town/accessibility')
  @Desk('public')
  accessibility(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.policy(viewer, 'accessibility', 'アクセシビリティ方針');
  }

  @Get(':town/privacy')
  @Desk('public')
  privacy(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.policy(viewer, 'privacy', '個人情報の扱い');
  }

  @Get(':town/about')
  @Desk('public')
  async about(@Viewer() viewer: Viewer): Promise<PageResult> {
    const words = await this.unitOfWork.read(viewer.actor, (tx) => this.words.shown(tx));
    const title = '協働とは';
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title,
      breadcrumb: townCrumbs(viewer, { label: title }),
      body: AboutPage({ viewer, words }),
    });
  }

  private async policy(viewer: Viewer, field: 'accessibility' | 'privacy', title: string): Promise<PageResult> {
    const words = await this.unitOfWork.read(viewer.actor, (tx) => this.words.shown(tx));
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title,
      breadcrumb: townCrumbs(viewer, { label: title }),
      body: PolicyPage({ viewer, text: inTownWords(words[field], viewer.town) }),
    });
  }
}
