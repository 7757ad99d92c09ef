import { ViewPublicConsultations } from '../../../consultations/index.js';
import { Injectable } from '@nestjs/common';
import type { Deadline } from '../../../kernel/deadline.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Transaction } from '../../../platform/database/index.js';
import { endOfDay } from '../../../kernel/deadline.js';
import { Programs } from '../../../programs/index.js';
import { Calls } from '../../../proposals/index.js';
import type { Viewer } from '../../shared/index.js';

/** Something that one can apply for, propose or comment on at this moment. */
export interface OpenOffer {
  /** e.g. 補助制度. */
  readonly kind: string;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly text: string;
  readonly opens: LocalDate;
  readonly closes: Deadline;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

/** いま受け付けているもの: every stage that accepts something from outside adds its own, the first to close stands first. */
@Injectable()
export class OpenNow {
  constructor(
    private readonly programs: Programs,
    private readonly calls: Calls,
    private readonly consultations: ViewPublicConsultations,
  ) {}

  async of(tx: Transaction, viewer: Viewer): Promise<OpenOffer[]> {
    const offers = [
      ...(await this.openPrograms(tx, viewer)),
      ...(await this.openCalls(tx, viewer)),
      ...(await this.openConsultations(tx, viewer)),
    ];
    return offers.sort((one, other) => one.closes.day.localeCompare(other.closes.day));
  }

  private async openCalls(tx: Transaction, viewer: Viewer): Promise<OpenOffer[]> {
    return (await this.calls.open(tx)).map(({ id, title, lead, opens, closes }) => ({
      ...{ kind: '企画提案', title, opens, closes: endOfDay(closes) },
      text: /^[^。]*。?/.exec(lead)?.[0] ?? '',
      links: [{ label: `「${title}」を読んで提案する`, href: viewer.url(`calls/${id}`) }],
    }));
  }

  private async openConsultations(tx: Transaction, viewer: Viewer): Promise<OpenOffer[]> {
    return (await this.consultations.accepting(tx)).map(({ id, title, about, opens, closes }) => ({
      ...{ kind: '意見募集', title, opens, closes: endOfDay(closes) },
      text: /^[^。]*。?/.exec(about)?.[0] ?? '',
      links: [{ label: `「${title}」を読んで意見を送る`, href: viewer.url(`consultations/${id}`) }],
    }));
  }

  private async openPrograms(tx: Transaction, viewer: Viewer): Promise<OpenOffer[]> {
    return (await this.programs.openVersions(tx)).map(({ id, document, period }) => ({
      kind: '補助制度',
      title: document.name,
      text: document.purpose,
      opens: period.opens,
      closes: period.closes,
      links: [
        { label: `「${document.name}」の申請のしかたを見る`, href: viewer.url(`programs/${id}`) },
        { label: `${document.name}の申請書の用紙（PDF）`, href: viewer.url(`programs/${id}/form`) },
      ],
    }));
  }
}
