import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { StaffDirectory } from '../../staff/index.js';
import type { Draft, DraftItem } from '../domain/draft.js';
import { nextPosition } from '../domain/route.js';
import {
  refuseTied,
  refuseUnlessAsShown,
  type CaseNow,
  type PresentedSubject,
  type ShownContent,
} from '../domain/shown-case.js';
import { stepsToActFor } from '../domain/who-may-act.js';
import { ActStore } from '../store/act.store.js';
import { DraftStore } from '../store/draft.store.js';
import { CasePresenter } from './case-presenter.js';
import { requireStaff } from './drafts.js';

/** One case on the page. */
export interface DraftCase {
  readonly item: DraftItem;
  /** The case as it stands now; of a closed draft, as it was decided or withdrawn. */
  readonly shown: ShownContent['case'];
  /** What approving this page approves. */
  readonly digest: string;
  /** The case as it was drafted, where it has changed since; it can then only be sent back. */
  readonly draftedAs: ShownContent['case'] | null;
  readonly budget: PresentedSubject['budget'];
  readonly earlier: PresentedSubject['earlier'];
}

/** What the person looking at the page may do with the draft. */
export interface MyPart {
  readonly mayApprove: boolean;
  readonly maySendBack: boolean;
  /** The drafter of a returned draft resubmits or withdraws it. */
  readonly mayResubmit: boolean;
  /** The step that an act from this page is meant for. */
  readonly step: number | null;
  /** The posts for which the act would stand. */
  readonly posts: readonly string[];
  /** The act would be the decision 決裁. */
  readonly decides: boolean;
  /** Why the person whose turn it seems to be may not approve. */
  readonly refusal: DomainError | null;
}

/** Everything the approver's one screen shows. */
export interface DraftPage {
  readonly draft: Draft;
  readonly cases: readonly DraftCase[];
  readonly total: Yen;
  /** Who holds the posts of the route today, by post id. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly mine: MyPart;
}

const NOTHING_TO_DO: MyPart = {
  mayApprove: false,
  maySendBack: false,
  mayResubmit: false,
  step: null,
  posts: [],
  decides: false,
  refusal: null,
};

@Injectable()
export class ViewDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly acts: ActStore,
    private readonly presenter: CasePresenter,
    private readonly staff: StaffDirectory,
  ) {}

  /** Staff only; anybody else finds no draft. */
  async execute(actor: Actor, draftId: string): Promise<DraftPage> {
    requireStaff(actor);
    return this.unitOfWork.read(actor, async (tx) => {
      const draft = await this.drafts.find(tx, draftId);
      const running = draft.state === 'circulating' || draft.state === 'returned';
      const { cases, now } = running ? await this.asTheyStand(tx, draft) : await this.asKept(tx, draft);
      return {
        draft,
        cases,
        total: sumYen(cases.map(({ shown }) => BigInt(shown.amount) as Yen)),
        holders: await this.holdersOf(tx, draft),
        mine: partOf(actor, draft, now),
      };
    });
  }

  private async asTheyStand(tx: Transaction, draft: Draft): Promise<{ cases: DraftCase[]; now: CaseNow[] }> {
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
        budget: subject.budget,
        earlier: subject.earlier,
      })),
    };
  }

  private async asKept(tx: Transaction, draft: Draft): Promise<{ cases: DraftCase[]; now: CaseNow[] }> {
    const kept = await this.acts.contents(
      tx,
      draft.items.map(({ digest }) => digest),
    );
    const cases = draft.items.map((item) => {
      const content = kept.get(item.digest);
      if (!content) throw new Error(`no kept content for item ${item.id}`);
      const earlier = content.case.earlier.map((label) => ({ label }));
      return { item, shown: content.case, digest: item.digest, draftedAs: null, budget: null, earlier };
    });
    return { cases, now: [] };
  }

  private async holdersOf(tx: Transaction, draft: Draft): Promise<Map<string, readonly string[]>> {
    const { holders } = await this.staff.staffingOn(tx, tx.today);
    return new Map(draft.steps.map(({ postId }) => [postId, (holders.get(postId) ?? []).map(({ name }) => name)]));
  }
}

function partOf(actor: Actor, draft: Draft, now: readonly CaseNow[]): MyPart {
  if (actor.kind !== 'staff') return NOTHING_TO_DO;
  if (draft.state === 'returned') return { ...NOTHING_TO_DO, mayResubmit: draft.drafter.staffId === actor.staffId };
  if (draft.state !== 'circulating') return NOTHING_TO_DO;
  const waits = draft.steps.some(
    (step) => step.position === draft.position && actor.posts.some(({ id }) => id === step.postId),
  );
  if (!waits) return NOTHING_TO_DO;
  const steps = refusalOf(() => stepsToActFor(draft, actor));
  if (steps instanceof DomainError) return { ...NOTHING_TO_DO, refusal: steps };
  const asDisplayed = Object.fromEntries(now.map(({ itemId, digest }) => [itemId, digest]));
  const refusal = refusalOf(() => {
    refuseTied(now, actor.staffId);
    refuseUnlessAsShown(now, asDisplayed);
    return null;
  });
  return {
    mayApprove: refusal === null,
    maySendBack: true,
    mayResubmit: false,
    step: draft.position,
    posts: steps.map(({ postName }) => postName),
    decides: nextPosition(draft.steps, steps) === null,
    refusal,
  };
}

function refusalOf<T>(check: () => T): T | DomainError {
  try {
    return check();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
