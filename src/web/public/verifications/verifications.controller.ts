import { Controller, Get } from '@nestjs/common';
import { publicActor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { VerificationDirectory } from '../../../verifications/index.js';
import { Desk, Id, page, SHARED_FOR_SECONDS, Viewer, type PageResult } from '../../shared/index.js';
import { PublicVerificationPage, PublicVerificationsPage } from './verifications.page.js';
import { townCrumbs } from '../town-crumbs.js';

const TITLE = '事業の検証';

/** 検証 for everyone: what each side said of a project, and what becomes of it. */
@Controller(':town/verifications')
@Desk('public')
export class PublicVerificationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationDirectory,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const all = await this.unitOfWork.read(publicActor(viewer.town.id), (tx) => this.verifications.publishedList(tx));
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: TITLE,
      breadcrumb: townCrumbs(viewer, { label: TITLE }),
      lead: '補助金で行った事業を年度の終わりにふりかえり、これからどうするかを決めた記録です。',
      wide: true,
      body: PublicVerificationsPage({ viewer, all }),
    });
  }

  @Get(':id')
  async show(@Viewer() viewer: Viewer, @Id('id') id: string): Promise<PageResult> {
    // What is public is so for the officers of every organisation, too.
    const published = await this.unitOfWork.read(publicActor(viewer.town.id), (tx) =>
      this.verifications.publishedOne(tx, id),
    );
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: `${published.title}の検証`,
      wide: true,
      breadcrumb: townCrumbs(viewer, { label: TITLE, href: viewer.url('verifications') }, { label: published.title }),
      body: PublicVerificationPage({ viewer, published }),
    });
  }
}
