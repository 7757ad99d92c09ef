import { Injectable } from '@nestjs/common';
import { momentInJapan } from '../../kernel/local-date.js';
import { formatYen, yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { NewsItem } from '../domain/news-item.js';
import { nameOfGrant, type StepKind } from '../domain/public-grant.js';
import { PublicGrantLists, type GrantStep } from '../store/public-grant-lists.js';

/** The steps of a grant that are news, and what is said of each; payments are on its page. */
const TOLD: Readonly<Partial<Record<StepKind, { readonly title: string; text(amount: string): string }>>> = {
  decided: { title: '', text: (amount) => `${amount}の交付を決めました。` },
  changed: { title: '変更：', text: (amount) => `変更を承認し、交付する額は${amount}になりました。` },
  discontinued: { title: '中止・廃止：', text: () => '事業を途中でとりやめることを承認しました。' },
  'partly-revoked': {
    title: '一部取消し：',
    text: (amount) => `交付の決定の一部を取り消し、交付する額は${amount}になりました。`,
  },
  revoked: { title: '取消し：', text: () => '交付の決定を取り消しました。' },
  determined: { title: '額の確定：', text: (amount) => `事業が終わり、交付する額が${amount}に確定しました。` },
  returned: { title: '返還：', text: (amount) => `団体から${amount}が返還されました。` },
};

/** What was decided of the grants, first and later, each on its day. */
@Injectable()
export class GrantNews {
  constructor(private readonly lists: PublicGrantLists) {}

  async of(tx: Transaction, most: number): Promise<NewsItem[]> {
    const steps = await this.lists.newestSteps(tx, Object.keys(TOLD) as StepKind[], most);
    return steps.map((step) => this.itemOf(step));
  }

  private itemOf({ kind, place, on, amount, hasResults, ...grant }: GrantStep): NewsItem {
    const told = TOLD[kind];
    const results = kind === 'determined' && hasResults ? '実績の報告も公表しました。' : '';
    return {
      title: `${told?.title ?? ''}${nameOfGrant(grant)}（${grant.organizationName}）`,
      text: `${grant.programName}　${told?.text(amount === null ? '' : formatYen(yen(amount))) ?? ''}${results}${kind === 'decided' ? grant.purpose : ''}`,
      path: kind === 'decided' ? `grants/${grant.id}` : `grants/${grant.id}#step-${String(place)}`,
      category: '交付した補助金',
      at: momentInJapan(on),
    };
  }
}
