import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { formatYen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { momentInJapan } from '../../kernel/local-date.js';
import { nameOfGrant } from '../domain/public-grant.js';
import { DisclosureStates } from '../store/disclosure-state.store.js';
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
    private readonly states: DisclosureStates,
    private readonly grants: PublicGrantLists,
  ) {}

  /** Newest first. */
  execute(actor: Actor): Promise<{ readonly items: readonly NewsItem[]; readonly updated: Date | null }> {
    return this.unitOfWork.read(actor, async (tx) => {
      const items = (await this.ofGrants(tx)).toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST);
      return { items, updated: (await this.states.of(tx)).changedAt };
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
}
