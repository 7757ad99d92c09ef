import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { drawLetter, textOf, uncoveredCharacters } from '../../platform/pdf/index.js';
import { itemsOf } from '../domain/draft.js';
import { ActStore } from '../store/act.store.js';
import { DecisionFileStore, type DecidedFile } from '../store/decision-file.store.js';
import { DraftStore } from '../store/draft.store.js';
import { CasePresenter } from './case-presenter.js';
import { decisionSheet } from './decision-sheet.js';
import { DraftAccess, requireStaff } from './draft-access.js';

/** 決裁文書 as tagged PDF: drawn once when a draft is decided, and kept under its hash. */
@Injectable()
export class DecisionFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly acts: ActStore,
    private readonly kept: DecisionFileStore,
    private readonly municipalities: Municipalities,
    private readonly files: FileStore,
    private readonly presenter: CasePresenter,
    private readonly access: DraftAccess,
  ) {}

  /** Asked again, nothing happens. A character that no font shows is drawn as 〓; the screen keeps it. */
  async draw(tx: Transaction, draftId: string): Promise<void> {
    const draft = await this.drafts.lock(tx, draftId);
    if (draft.state !== 'approved' || (await this.kept.find(tx, draftId))) return;
    const items = itemsOf(draft);
    const contents = await this.acts.contents(
      tx,
      items.map(({ digest }) => digest),
    );
    const cases = items.flatMap(({ digest }) => contents.get(digest)?.case ?? []);
    const cited = draft.citesDraftId === null ? null : await this.drafts.find(tx, draft.citesDraftId);
    const { name: townName } = await this.municipalities.of(tx);
    const sheet = decisionSheet({
      ...{ draft, cases, townName, citedNumber: cited?.number ?? null },
      annexes: await this.presenter.annexesOf(tx, draft),
      budgets: await this.kept.budgetsOf(tx, draftId),
    });
    const bytes = await drawLetter(readable(sheet), draft.waitingSince);
    await this.kept.keep(tx, draftId, await this.files.put(tx, { bytes, mediaType: 'application/pdf' }));
  }

  /** The drafts in which any of these cases ever stood. Staff only. */
  ofCases(tx: Transaction, subjectIds: readonly string[]): Promise<DecidedFile[]> {
    requireStaff(tx.actor);
    return this.kept.ofCases(tx, subjectIds);
  }

  /** The bytes as they were drawn, for whom the draft opens to; not-found while the worker has not drawn them. */
  read(actor: Actor, draftId: string): Promise<{ bytes: Buffer; fileName: string }> {
    return this.unitOfWork.read(actor, async (tx) => {
      const draft = await this.drafts.find(tx, draftId);
      await this.access.requireOpen(tx, draft);
      const entry = await this.kept.find(tx, draftId);
      if (!entry) throw DomainError.notFound();
      const { bytes } = await this.files.read(tx, entry.sha256);
      return { bytes, fileName: `決裁文書_${draft.number}.pdf` };
    });
  }
}

/** File names and remarks come from anywhere; the record must be drawn all the same. */
function readable<T>(sheet: T): T {
  const lost = new Set(uncoveredCharacters(textOf(sheet)));
  if (lost.size === 0) return sheet;
  const text = [...JSON.stringify(sheet)].map((character) => (lost.has(character) ? '〓' : character)).join('');
  return JSON.parse(text) as T;
}
