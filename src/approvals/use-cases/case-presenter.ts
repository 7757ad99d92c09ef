import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Ties } from '../../staff/index.js';
import { itemsOf, type Draft, type DraftItem } from '../domain/draft.js';
import {
  shownContent,
  type CaseNow,
  type PresentedSubject,
  type PresentedTable,
  type ShownContent,
} from '../domain/shown-case.js';
import { ApprovalSubjects } from './approval-subjects.js';
import { digestOf } from './digest.js';

/** A subject as it stands now, with the content that would be approved and its digest. */
export interface PresentedCase {
  readonly subjectId: string;
  readonly presented: PresentedSubject;
  readonly shown: ShownContent;
  readonly content: string;
  readonly digest: string;
}

export interface PresentedItem extends PresentedCase, CaseNow {
  readonly item: DraftItem;
}

type SaidByDraft = Pick<Draft, 'kind' | 'number' | 'title' | 'reason'>;

/** Asks the owning stage how the cases of a draft stand now. */
@Injectable()
export class CasePresenter {
  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly ties: Ties,
  ) {}

  /** The cases in the order of their ids, with everyone who is tied to their organisations today. */
  async presentAll(tx: Transaction, draft: SaidByDraft, subjectIds: readonly string[]): Promise<PresentedCase[]> {
    const cases: PresentedCase[] = [];
    for (const subjectId of subjectIds) {
      const presented = await this.subjects.of(draft.kind).present(tx, subjectId);
      const shown = shownContent(draft, presented);
      cases.push({ subjectId, presented, shown, ...digestOf(shown) });
    }
    const organizations = new Set(cases.flatMap(({ presented }) => presented.organizationId ?? []));
    const tied = await this.ties.tiedTo(tx, [...organizations], tx.today);
    return cases.map((one) => {
      const { organizationId, tiedStaffIds } = one.presented;
      const declared = tied.get(organizationId ?? '') ?? [];
      return { ...one, presented: { ...one.presented, tiedStaffIds: [...tiedStaffIds, ...declared] } };
    });
  }

  /** The cases that still belong to the draft. */
  async presentItems(tx: Transaction, draft: Draft): Promise<PresentedItem[]> {
    const items = itemsOf(draft);
    const cases = await this.presentAll(
      tx,
      draft,
      items.map(({ subjectId }) => subjectId),
    );
    return cases.flatMap((now, index) => {
      const item = items[index];
      if (!item) return [];
      const { title, amount, organizationName, tiedStaffIds } = now.presented;
      return {
        ...now,
        item,
        itemId: item.id,
        title,
        amount,
        draftedDigest: item.digest,
        organizationName,
        tiedStaffIds,
      };
    });
  }

  /** 別表 of the cases that still belong to the draft. */
  async annexesOf(tx: Transaction, draft: Draft): Promise<PresentedTable[]> {
    const ids = itemsOf(draft).map(({ subjectId }) => subjectId);
    return (await this.subjects.of(draft.kind).annexes?.(tx, ids)) ?? [];
  }

  /** The same under the locks of the subjects: what is presented cannot change before the commit. */
  async presentLocked(tx: Transaction, draft: Draft): Promise<PresentedItem[]> {
    await this.subjects.of(draft.kind).lock(
      tx,
      itemsOf(draft).map(({ subjectId }) => subjectId),
    );
    return this.presentItems(tx, draft);
  }
}
