import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { formatYen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { ViewBulletins, ViewRecords } from '../../records/index.js';
import { momentInJapan } from '../../kernel/local-date.js';
import { nameOfGrant } from '../domain/public-grant.js';
import { PublicGrantLists } from '../store/public-grant-lists.js';

/** Something that became public. */
export interface NewsItem {
  readonly title: string;
  readonly text: string;
  /** Inside the town, e.g. `grants/…`. */
  readonly path: string;
  readonly category: string;
  readonly at: Date;
}

const MOST = 50;

/** What became public last, whatever it is: for the feed. */
@Injectable()
export class ViewNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: PublicGrantLists,
    private readonly bulletins: ViewBulletins,
    private readonly records: ViewRecords,
  ) {}

  /** Newest first. */
  execute(actor: Actor): Promise<NewsItem[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const items = [...(await this.ofGrants(tx)), ...(await this.ofBulletins(tx)), ...(await this.ofRecords(tx))];
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
      ...{ title, text: beginningOf(body), path: `bulletins/${id}`, category: 'お知らせ', at: momentInJapan(day) },
    }));
  }

  /** A meeting is news on the day on which its record was first to be read. */
  private async ofRecords(tx: Transaction): Promise<NewsItem[]> {
    return (await this.records.published(tx)).flatMap(({ series, meetings }) =>
      meetings.map(({ number, title, body, heldOn, firstPublishedAt }) => ({
        title: [series.title, `第${String(number)}回`, title].filter((part) => part !== '').join('　'),
        text: beginningOf(body),
        path: `records/${String(series.number)}/${String(number)}`,
        category: '取り組みの記録',
        at: firstPublishedAt ?? momentInJapan(heldOn),
      })),
    );
  }
}

const LONGEST_TEXT = 300;

/** A reader shows a few lines; the whole stands on the page. */
const beginningOf = (text: string): string => {
  const characters = [...text];
  return characters.length <= LONGEST_TEXT ? text : `${characters.slice(0, LONGEST_TEXT).join('')}…`;
};
