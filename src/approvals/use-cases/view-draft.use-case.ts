import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore, type ScanState } from '../../platform/files/index.js';
import { StaffDirectory } from '../../staff/index.js';
import { itemsOf, type Draft, type DraftItem } from '../domain/draft.js';
import { linesOf } from '../domain/kept-budget.js';
import { NOTHING_TO_DO, partOf, type MyPart } from '../domain/my-part.js';
import type { PresentedBudget, PresentedSubject, PresentedTable, ShownContent } from '../domain/shown-case.js';
import { ActStore } from '../store/act.store.js';
import { DecisionFileStore, type DecisionFileEntry } from '../store/decision-file.store.js';
import { DraftStore } from '../store/draft.store.js';
import { CasePresenter, type PresentedItem } from './case-presenter.js';
import { DraftAccess } from './draft-access.js';
import { DraftDesk } from './draft-desk.js';

/** One case on the page. */
export interface DraftCase {
  readonly item: DraftItem;
  /** The case as it stands now; of a closed draft, as it was decided or withdrawn. */
  readonly shown: ShownContent['case'];
  /** What approving this page approves. */
  readonly digest: string;
  /** The case as it was drafted, where it has changed since; it can then only be sent back. */
  readonly draftedAs: ShownContent['case'] | null;
  readonly earlier: PresentedSubject['earlier'];
}

/** Everything the approver's one screen shows. */
export interface DraftPage {
  readonly draft: Draft;
  readonly cases: readonly DraftCase[];
  readonly total: Yen;
  /** Every line that it draws on: as it stands now; once decided, as the last approver saw it. */
  readonly budgets: readonly PresentedBudget[];
  /** 別表 on which several cases rest. */
  readonly annexes: readonly PresentedTable[];
  /** Who holds the posts of the route today, by post id. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly mine: MyPart;
  /** The earlier draft that it cites. */
  readonly cited: (Pick<Draft, 'id' | 'number' | 'title' | 'state'> & { readonly opens: boolean }) | null;
  /** Cases that left it with their budget reserved and wait to be drafted again. */
  readonly held: readonly DraftItem[];
  /** 決裁文書, once the worker has drawn it. */
  readonly file: DecisionFileEntry | null;
  /** The town decides on paper, too. */
  readonly onPaper: boolean;
  /** Every case that left it. */
  readonly heldItems: readonly DraftItem[];
  /** Where its attachments stand with the virus scanner, by hash. */
  readonly scans: ReadonlyMap<string, ScanState>;
}

@Injectable()
export class ViewDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly acts: ActStore,
    private readonly presenter: CasePresenter,
    private readonly staff: StaffDirectory,
    private readonly desk: DraftDesk,
    private readonly kept: DecisionFileStore,
    private readonly files: FileStore,
    private readonly access: DraftAccess,
  ) {}

  /** Throws not-found for whom it does not open to; see `DraftAccess`. */
  async execute(actor: Actor, draftId: string): Promise<DraftPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const draft = await this.drafts.find(tx, draftId);
      await this.access.requireOpen(tx, draft);
      const running = draft.state === 'circulating' || draft.state === 'returned';
      const { cases, now } = running ? await this.asTheyStand(tx, draft) : await this.asKept(tx, draft);
      return {
        draft,
        cases,
        total: sumYen(cases.map(({ shown }) => BigInt(shown.amount) as Yen)),
        budgets: running
          ? linesOf(now.map(({ presented }) => presented.budget))
          : await this.kept.budgetsOf(tx, draftId),
        annexes: await this.presenter.annexesOf(tx, draft),
        holders: await this.holdersOf(tx, draft),
        mine: actor.kind === 'staff' ? partOf(draft, await this.desk.momentOf(tx, actor, now)) : NOTHING_TO_DO,
        cited: draft.citesDraftId === null ? null : await this.citedBy(tx, draft.citesDraftId),
        held: await this.stillHeld(tx, draft),
        file: await this.kept.find(tx, draftId),
        onPaper: await this.kept.decidesOnPaper(tx),
        heldItems: draft.items.filter(({ leftActId }) => leftActId !== null),
        scans: await this.files.scanStates(
          tx,
          draft.attachments.map(({ sha256 }) => sha256),
        ),
      };
    });
  }

  private async asTheyStand(tx: Transaction, draft: Draft): Promise<{ cases: DraftCase[]; now: PresentedItem[] }> {
    const drafted = await this.acts.contents(
      tx,
      draft.items.map(({ digest }) => digest),
    );
    const presented = await this.presenter.presentItems(tx, draft);
    return {
      now: presented,
      cases: presented.map(({ item, shown, digest, presented: subject }) => ({
        item,
        shown: shown.case,
        digest,
        draftedAs: digest === item.digest ? null : (drafted.get(item.digest)?.case ?? null),
        earlier: subject.earlier,
      })),
    };
  }

  private async asKept(tx: Transaction, draft: Draft): Promise<{ cases: DraftCase[]; now: PresentedItem[] }> {
    const kept = await this.acts.contents(
      tx,
      draft.items.map(({ digest }) => digest),
    );
    const cases = itemsOf(draft).map((item) => {
      const content = kept.get(item.digest);
      if (!content) throw new Error(`no kept content for item ${item.id}`);
      const earlier = content.case.earlier.map((label) => ({ label }));
      return { item, shown: content.case, digest: item.digest, draftedAs: null, earlier };
    });
    return { cases, now: [] };
  }

  private async citedBy(tx: Transaction, id: string): Promise<DraftPage['cited']> {
    const [cited] = await this.access.titled(tx, [await this.drafts.find(tx, id)]);
    return cited ?? null;
  }

  private async stillHeld(tx: Transaction, draft: Draft): Promise<DraftItem[]> {
    const held = draft.items.filter(({ reservationKept }) => reservationKept);
    const running = await this.drafts.runningItems(
      tx,
      draft.kind,
      held.map(({ subjectId }) => subjectId),
    );
    return held.filter(({ subjectId }) => !running.some((each) => each.subjectId === subjectId));
  }

  private async holdersOf(tx: Transaction, draft: Draft): Promise<Map<string, readonly string[]>> {
    const { holders } = await this.staff.staffingOn(tx, tx.today);
    return new Map(draft.steps.map(({ postId }) => [postId, (holders.get(postId) ?? []).map(({ name }) => name)]));
  }
}
