import { Injectable } from '@nestjs/common';
import { momentInJapan } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { groupedBy, type NewsItem } from '../domain/news-item.js';
import type { PublicProposal } from '../domain/public-proposal.js';
import { PublishedProposals } from './published-proposals.js';

const CATEGORY = '企画提案';

/** What came in to a call and how it was sorted, each told once for all of it; and every adoption. */
@Injectable()
export class ProposalNews {
  constructor(private readonly proposals: PublishedProposals) {}

  async of(tx: Transaction): Promise<NewsItem[]> {
    const published = await this.proposals.all(tx);
    const byCall = groupedBy(published, ({ callId }) => callId);
    return byCall.flatMap((ofCall) => [...cameIn(ofCall), ...sorted(ofCall), ...adopted(ofCall)]);
  }
}

const cameIn = (ofCall: readonly PublicProposal[]): NewsItem[] =>
  ofCall.slice(0, 1).map(({ callId, callTitle, publishedOn }) => ({
    title: `${callTitle}：寄せられた提案`,
    text: `${String(ofCall.length)}件の提案を公表しました。`,
    path: `proposals#call-${callId}`,
    category: CATEGORY,
    at: momentInJapan(publishedOn),
  }));

/** What was sorted before anybody could read the proposals became public with them. */
function sorted(ofCall: readonly PublicProposal[]): NewsItem[] {
  const days = groupedBy(
    ofCall.flatMap((proposal) => {
      const { sorted: last, publishedOn } = proposal;
      return last === null ? [] : [{ ...proposal, on: last.on > publishedOn ? last.on : publishedOn }];
    }),
    ({ on }) => on,
  );
  return days.flatMap((ofDay) => {
    const [first] = ofDay;
    if (!first) return [];
    const kinds = groupedBy(ofDay, ({ sortingLabel }) => sortingLabel ?? '');
    return [
      {
        title: `${first.callTitle}：提案の仕分け`,
        text: `${kinds.map((kind) => `${kind[0]?.sortingLabel ?? ''} ${String(kind.length)}件`).join('、')}に分けました。`,
        path: `proposals#sorted-${first.callId}-${first.on}`,
        category: CATEGORY,
        at: momentInJapan(first.on),
      },
    ];
  });
}

const adopted = (ofCall: readonly PublicProposal[]): NewsItem[] =>
  ofCall.flatMap(({ id, title, callTitle, adoptedOn, publishedOn }) =>
    adoptedOn === null
      ? []
      : [
          {
            title: `企画提案の採択：${title}`,
            text: `「${callTitle}」に寄せられた提案を採択しました。`,
            path: `proposals#proposal-${id}`,
            category: CATEGORY,
            at: momentInJapan(adoptedOn > publishedOn ? adoptedOn : publishedOn),
          },
        ],
  );
