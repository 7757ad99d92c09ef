import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { ViewBulletins, ViewRecords } from '../../records/index.js';
import { dayInJapan, momentInJapan } from '../../kernel/local-date.js';
import { beginningOfNews, groupedBy, newestNews, type NewsItem } from '../domain/news-item.js';
import { GrantNews } from './grant-news.js';
import { ProposalNews } from './proposal-news.js';
import { TakingPartNews } from './taking-part-news.js';

const MOST = 50;
const MOST_OF_ONE = 20;

/** What became public last, whatever it is: for the feed. */
@Injectable()
export class ViewNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantNews,
    private readonly proposals: ProposalNews,
    private readonly bulletins: ViewBulletins,
    private readonly records: ViewRecords,
    private readonly takingPart: TakingPartNews,
  ) {}

  /** Newest first. */
  execute(actor: Actor): Promise<NewsItem[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const items = [
        ...(await this.grants.of(tx, MOST)),
        ...(await this.proposals.of(tx)),
        ...(await this.ofBulletins(tx)),
        ...(await this.ofRecords(tx)),
        ...(await this.takingPart.of(tx, MOST)),
      ];
      return newestNews(items, MOST, MOST_OF_ONE);
    });
  }

  private async ofBulletins(tx: Transaction): Promise<NewsItem[]> {
    const { rows } = await this.bulletins.shown(tx, { from: 0, most: MOST });
    return rows.map(({ id, title, body, day }) => ({
      ...{ title, text: beginningOfNews(body), path: `bulletins/${id}`, category: 'お知らせ', at: momentInJapan(day) },
    }));
  }

  /** A meeting is news on the day on which its record was first to be read; those that came on one day are told together. */
  private async ofRecords(tx: Transaction): Promise<NewsItem[]> {
    return (await this.records.published(tx)).flatMap(({ series, meetings }) =>
      groupedBy(meetings, (meeting) => dayInJapan(publishedAt(meeting))).map((ofDay) => recordNews(series, ofDay)),
    );
  }
}

type Published = Awaited<ReturnType<ViewRecords['published']>>[number];

const publishedAt = ({ firstPublishedAt, heldOn }: Published['meetings'][number]): Date =>
  firstPublishedAt ?? momentInJapan(heldOn);

function recordNews(series: Published['series'], meetings: Published['meetings']): NewsItem {
  const [first, ...others] = meetings.toSorted((a, b) => a.number - b.number);
  if (!first) throw new Error('a day without a meeting');
  const told = { category: '取り組みの記録', at: publishedAt(first) };
  if (others.length === 0) {
    return {
      ...told,
      title: [series.title, `第${String(first.number)}回`, first.title].filter((part) => part !== '').join('　'),
      text: beginningOfNews(first.body),
      path: `records/${String(series.number)}/${String(first.number)}`,
    };
  }
  const last = others.at(-1)?.number ?? first.number;
  return {
    ...told,
    title: `${series.title}　${String(meetings.length)}回分の記録`,
    text: `第${String(first.number)}回から第${String(last)}回までのうち、${String(meetings.length)}回の記録を公表しました。`,
    path: `records/${String(series.number)}#since-${dayInJapan(told.at)}`,
  };
}
