import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Draft, DraftItem } from '../domain/draft.js';
import { shownContent, type CaseNow, type PresentedSubject, type ShownContent } from '../domain/shown-case.js';
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
  constructor(private readonly subjects: ApprovalSubjects) {}

  async presentOne(tx: Transaction, draft: SaidByDraft, subjectId: string): Promise<PresentedCase> {
    const presented = await this.subjects.of(draft.kind).present(tx, subjectId);
    const shown = shownContent(draft, presented);
    return { subjectId, presented, shown, ...digestOf(shown) };
  }

  async presentItems(tx: Transaction, draft: Draft): Promise<PresentedItem[]> {
    const items: PresentedItem[] = [];
    for (const item of draft.items) {
      const now = await this.presentOne(tx, draft, item.subjectId);
      const { title, organizationName, tiedStaffIds } = now.presented;
      items.push({ ...now, item, itemId: item.id, title, draftedDigest: item.digest, organizationName, tiedStaffIds });
    }
    return items;
  }

  /** The same under the locks of the subjects: what is presented cannot change before the commit. */
  async presentLocked(tx: Transaction, draft: Draft): Promise<PresentedItem[]> {
    await this.subjects.of(draft.kind).lock(
      tx,
      draft.items.map(({ subjectId }) => subjectId),
    );
    return this.presentItems(tx, draft);
  }
}
