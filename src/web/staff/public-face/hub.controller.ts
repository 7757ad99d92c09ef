import { Controller, Get } from '@nestjs/common';
import { Withhold } from '../../../disclosure/index.js';
import { requireDuty } from '../../../kernel/actor.js';
import { dayInJapan, formatEra } from '../../../kernel/local-date.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import {
  PUBLIC_FACE_READERS,
  TownPageWords,
  ViewBulletins,
  ViewRecords,
  type SeriesWithMeetings,
  type WrittenWords,
} from '../../../records/index.js';
import { Desk, page, Viewer, type PageResult } from '../../shared/index.js';
import { HubPage, type Standing } from './hub.page.js';

/** 公開ページ: the staff's way to everything that residents read without signing in. */
@Controller(':town/staff/public-face')
@Desk('staff')
export class PublicFaceController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly words: TownPageWords,
    private readonly records: ViewRecords,
    private readonly bulletins: ViewBulletins,
    private readonly withhold: Withhold,
  ) {}

  @Get()
  async hub(@Viewer() viewer: Viewer): Promise<PageResult> {
    requireDuty(viewer.actor, ...PUBLIC_FACE_READERS);
    const standing: Standing = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const { drafts, shown } = await this.bulletins.counts(tx);
      return new Map([
        ['staff/public-face/words', [wordsInWords(await this.words.written(tx))]],
        ['staff/public-face/records', recordsInWords(await this.records.all(tx))],
        ['staff/public-face/withholdings', [`外している項目 ${String(await this.withhold.countInForce(tx))}件`]],
        ['staff/public-face/bulletins', [`いま載せているもの ${String(shown)}件`, draftsInWords(drafts)]],
      ]);
    });
    return page(viewer, {
      title: '公開ページ',
      lead: '住民がログインせずに見るページを、ここから書いて公開します。',
      wide: true,
      body: HubPage({ viewer, standing }),
    });
  }
}

const wordsInWords = (written: WrittenWords | null): string =>
  written
    ? `最後に直した日：${formatEra(dayInJapan(written.writtenAt))}（${written.writtenBy}）`
    : 'まだ書いていません。どの自治体にも合う文が出ています。';

function recordsInWords(records: readonly SeriesWithMeetings[]): string[] {
  const seen = records
    .filter(({ series }) => series.state === 'published')
    .flatMap(({ meetings }) => meetings.filter(({ state }) => state === 'published'));
  const drafts = records.flatMap(({ meetings }) => meetings.filter(({ state }) => state === 'draft'));
  return [`${String(records.length)}の会、公開中の記録 ${String(seen.length)}回`, draftsInWords(drafts.length)];
}

const draftsInWords = (count: number): string => (count === 0 ? '下書きはありません' : `下書き ${String(count)}件`);
