import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { formatYen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { ViewBulletins, ViewRecords } from '../../records/index.js';
import { momentInJapan } from '../../kernel/local-date.js';
import { beginningOfNews, type NewsItem } from '../domain/news-item.js';
import { nameOfGrant } from '../domain/public-grant.js';
import { PublicGrantLists } from '../store/public-grant-lists.js';
import { TakingPartNews } from './taking-part-news.js';

const MOST = 50;

/** What became public last, whatever it is: for the feed. */
@Injectable()
export class ViewNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: PublicGrantLists,
    private readonly bulletins: ViewBulletins,
    private readonly records: ViewRecords,
    private readonly takingPart: TakingPartNews,
  ) {}

  /** Newest first. */
  execute(actor: Actor): Promise<NewsItem[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const items = [
        ...(await this.ofGrants(tx)),
        ...(await this.ofBulletins(tx)),
        ...(await this.ofRecords(tx)),
        ...(await this.takingPart.of(tx, MOST)),
      ];
      return items.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST);
    });
  }

  private async ofGrants(tx: Transaction): Promise<NewsItem[]> {
    return (await this.grants.newest(tx, MOST)).map((grant) => ({
      title: `${nameOfGrant(grant)}（${grant.organizationName}）`,
      text: `${grant.programName}　${formatYen(grant.amount)}の交付を決めました。${grant.purpose}`,
      path: `grants/${grant.id}`,
      category: '交付した補助金',
      at: momentInJapan(grant.issuedOn),
    }));
  }

  private async ofBulletins(tx: Transaction): Promise<NewsItem[]> {
    const { rows } = await this.bulletins.shown(tx, { from: 0, most: MOST });
    return rows.map(({ id, title, body, day }) => ({
      ...{ title, text: beginningOfNews(body), path: `bulletins/${id}`, category: 'お知らせ', at: momentInJapan(day) },
    }));
  }

  /** A meeting is news on the day on which its record was first to be read. */
  private async ofRecords(tx: Transaction): Promise<NewsItem[]> {
    return (await this.records.published(tx)).flatMap(({ series, meetings }) =>
      meetings.map(({ number, title, body, heldOn, firstPublishedAt }) => ({
        title: [series.title, `第${String(number)}回`, title].filter((part) => part !== '').join('　'),
        text: beginningOfNews(body),
        path: `records/${String(series.number)}/${String(number)}`,
        category: '取り組みの記録',
        at: firstPublishedAt ?? momentInJapan(heldOn),
      })),
    );
  }
}
