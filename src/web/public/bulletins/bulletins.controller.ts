import { Controller, Get, Query } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ViewBulletins } from '../../../records/index.js';
import { Desk, Id, page, SHARED_FOR_SECONDS, Viewer, type PageResult } from '../../shared/index.js';
import { partOf } from '../../shared/pages-of-rows.js';
import { townCrumbs } from '../town-crumbs.js';
import { BulletinPage, BulletinsPage } from './bulletins.page.js';

const ON_A_PAGE = 30;

/** お知らせ for everyone, each while its days last. */
@Controller(':town/bulletins')
@Desk('public')
export class PublicBulletinsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bulletins: ViewBulletins,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query('from') from: unknown): Promise<PageResult> {
    const part = partOf(from, ON_A_PAGE);
    const { rows, total } = await this.unitOfWork.read(viewer.actor, (tx) => this.bulletins.shown(tx, part));
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: 'お知らせ',
      breadcrumb: townCrumbs(viewer, { label: 'お知らせ' }),
      body: BulletinsPage({ viewer, bulletins: rows, part, total }),
    });
  }

  @Get(':bulletinId')
  async show(@Viewer() viewer: Viewer, @Id('bulletinId') id: string): Promise<PageResult> {
    const bulletin = await this.unitOfWork.read(viewer.actor, (tx) => this.bulletins.shownOne(tx, id));
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: bulletin.title,
      breadcrumb: townCrumbs(viewer, { label: 'お知らせ', href: viewer.url('bulletins') }, { label: bulletin.title }),
      body: BulletinPage({ viewer, bulletin }),
    });
  }
}
