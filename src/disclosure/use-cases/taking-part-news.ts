import { Injectable } from '@nestjs/common';
import { ViewPublicConsultations, ViewPublicLetters } from '../../consultations/index.js';
import { formatDeadline } from '../../kernel/deadline.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, momentInJapan } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { Calls, standingOf } from '../../proposals/index.js';
import { VerificationDirectory } from '../../verifications/index.js';
import { beginningOfNews, type NewsItem } from '../domain/news-item.js';

/** What began to be asked of residents, and what came of what they said: each on the day from which they could read it. */
@Injectable()
export class TakingPartNews {
  constructor(
    private readonly programs: Programs,
    private readonly calls: Calls,
    private readonly consultations: ViewPublicConsultations,
    private readonly letters: ViewPublicLetters,
    private readonly verifications: VerificationDirectory,
  ) {}

  /** In no order; `most` of those that can be many. */
  async of(tx: Transaction, most: number): Promise<NewsItem[]> {
    return [
      ...(await this.ofPrograms(tx)),
      ...(await this.ofCalls(tx)),
      ...(await this.ofConsultations(tx)),
      ...(await this.ofLetters(tx, most)),
      ...(await this.ofVerifications(tx)),
    ];
  }

  private async ofPrograms(tx: Transaction): Promise<NewsItem[]> {
    return (await this.programs.openVersions(tx)).map(({ id, document, period: { opens, closes } }) => ({
      title: `${document.name}の受付が始まりました`,
      text: `${document.purpose}　受付は${formatDeadline(closes)}までです。`,
      path: `programs/${id}`,
      category: '補助制度',
      at: momentInJapan(opens),
    }));
  }

  /** A call is news when it opens, not while it is only announced. */
  private async ofCalls(tx: Transaction): Promise<NewsItem[]> {
    return (await this.calls.published(tx))
      .filter((call) => ['open', 'over'].includes(standingOf(call, tx.now)))
      .map(({ id, title, lead, opens, closes, publishedAt }) => ({
        title: `企画提案の募集：${title}`,
        text: beginningOfNews(`受付は${formatEra(closes)}までです。${lead}`),
        path: `calls/${id}`,
        category: '企画提案',
        at: later(momentInJapan(opens), publishedAt),
      }));
  }

  /** Twice: when comments are asked for, and when the town says what it made of them. */
  private async ofConsultations(tx: Transaction): Promise<NewsItem[]> {
    const begun = (await this.consultations.published(tx)).filter(
      ({ opens, withdrawnOn }) => withdrawnOn === null && opens <= tx.today,
    );
    return begun.flatMap(({ id, title, about, opens, closes, publishedOn, answeredOn }): NewsItem[] => {
      const asked = {
        title: `意見募集：${title}`,
        text: beginningOfNews(`意見の募集は${formatEra(closes)}までです。${about}`),
        path: `consultations/${id}`,
        category: '意見募集',
        at: later(momentInJapan(opens), publishedOn && momentInJapan(publishedOn)),
      };
      if (answeredOn === null) return [asked];
      const result = {
        title: `意見募集の結果：${title}`,
        text: 'いただいた意見と考え方を公表しました。',
        path: `consultations/${id}#result`,
        category: '意見募集の結果',
        at: momentInJapan(answeredOn),
      };
      return [asked, result];
    });
  }

  private async ofLetters(tx: Transaction, most: number): Promise<NewsItem[]> {
    return (await this.letters.newest(tx, most)).map(({ id, subject, topic, answer, answeredOn }) => ({
      title: `手紙への回答：${subject}`,
      text: beginningOfNews(answer),
      path: `mayor-letters/${id}`,
      category: topic,
      at: momentInJapan(answeredOn),
    }));
  }

  private async ofVerifications(tx: Transaction): Promise<NewsItem[]> {
    return (await this.verifications.publishedList(tx)).flatMap((verification): NewsItem[] => {
      const { id, title, organizationName, fiscalYear, directionLabel, publishedOn } = verification;
      if (publishedOn === null) return [];
      return [
        {
          title: `事業の検証：${title}（${organizationName}）`,
          text: `${formatFiscalYear(fiscalYear)}の検証です。今後の方向性：${directionLabel ?? ''}`,
          path: `verifications/${id}`,
          category: '事業の検証',
          at: momentInJapan(publishedOn),
        },
      ];
    });
  }
}

const later = (one: Date, other: Date | null): Date => (other !== null && other > one ? other : one);
