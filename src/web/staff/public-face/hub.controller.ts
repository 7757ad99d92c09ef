import { Controller, Get } from '@nestjs/common';
import { requireDuty } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { PUBLIC_FACE_READERS, TownPageWords } from '../../../records/index.js';
import { formatEra, dayInJapan } from '../../../kernel/local-date.js';
import { Desk, page, Viewer, type PageResult } from '../../shared/index.js';
import { HubPage } from './hub.page.js';

/** 公開ページ: the staff's way to everything that residents read without signing in. */
@Controller(':town/staff/public-face')
@Desk('staff')
export class PublicFaceController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly words: TownPageWords,
  ) {}

  @Get()
  async hub(@Viewer() viewer: Viewer): Promise<PageResult> {
    requireDuty(viewer.actor, ...PUBLIC_FACE_READERS);
    const written = await this.unitOfWork.read(viewer.actor, (tx) => this.words.written(tx));
    const wording = written
      ? `最後に直した日：${formatEra(dayInJapan(written.writtenAt))}（${written.writtenBy}さん）`
      : 'まだ書いていません。どの自治体にも合う文が出ています。';
    return page(viewer, {
      title: '公開ページ',
      lead: '住民がログインせずに見るページを、ここから書いて公開します。',
      wide: true,
      body: HubPage({ viewer, standing: new Map([['staff/public-face/words', [wording]]]) }),
    });
  }
}
