import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { retentionDayOf } from '../../kernel/keeping-terms.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { restoreWorking, type Working } from '../../kernel/working.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { keepingTermsOf } from '../../programs/index.js';
import { isOpen, type Disposal } from '../domain/disposal.js';
import type { ItemAct, ItemProposal } from '../domain/item-act.js';
import type { PropertyItem } from '../domain/property.js';
import { shareOfProceeds } from '../domain/share-of-proceeds.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemActStore } from '../store/property-item-act.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';
import { PropertyProposalStore } from '../store/property-proposal.store.js';
import { PROPERTY_DISPOSAL } from './disposal-subject.js';
import { PropertyGrounds, type PropertyGround } from './property-grounds.js';

/** 備品台帳 of one grant, and until when its books are kept. */
export interface PropertyPage extends PropertyGround {
  readonly items: readonly PropertyItem[];
  /** What was put right in the lines, or left the register, in the order of entry. */
  readonly acts: readonly (ItemAct & { readonly itemName: string })[];
  readonly disposals: readonly Disposal[];
  readonly retainedUntil: LocalDate;
  readonly today: LocalDate;
}

export interface PropertyDesk {
  /** One page of the register. */
  readonly items: readonly PropertyItem[];
  /** Lines of the whole register, or of what it is narrowed to. */
  readonly count: number;
  /** What waits for the section, newest first. */
  readonly waiting: readonly Disposal[];
  /** One page of the others, newest first. */
  readonly others: readonly Disposal[];
  /** Corrections that wait for a second person, oldest first. */
  readonly proposals: readonly (ItemProposal & { readonly item: PropertyItem })[];
  readonly otherCount: number;
  readonly today: LocalDate;
}

/** Which part of the desk is looked at. */
export interface PropertyDeskPart {
  /** In the name of the item, of the organisation or of the place; blank: all. */
  readonly words: string;
  readonly items: Part;
  readonly others: Part;
}

interface Part {
  readonly from: number;
  readonly most: number;
}

/** One line of the register, and what became of it. */
export interface PropertyLinePage extends PropertyGround {
  readonly item: PropertyItem;
  readonly acts: readonly ItemAct[];
  /** What waits for a second person; null for an officer. */
  readonly proposal: ItemProposal | null;
  readonly refused: readonly ItemProposal[];
  readonly disposals: readonly Disposal[];
  readonly today: LocalDate;
}

/** One application as staff check it. */
export interface DisposalPage {
  readonly disposal: Disposal;
  readonly item: PropertyItem;
  readonly article: string;
  /** What would be asked for now, or what was decided. */
  readonly share: Working;
  readonly draft: DraftRef | null;
}

/** 備品台帳 and 財産処分 as the desks see them. */
@Injectable()
export class ViewProperties {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grounds: PropertyGrounds,
    private readonly items: PropertyItemStore,
    private readonly acts: PropertyItemActStore,
    private readonly disposals: PropertyDisposalStore,
    private readonly proposals: PropertyProposalStore,
    private readonly drafts: Drafts,
  ) {}

  /** Throws not-found for another organisation's officer. */
  ofGrant(actor: Actor, grantId: string): Promise<PropertyPage> {
    if (actor.kind !== 'officer') requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const ground = await this.grounds.of(tx, grantId);
      const disposals = await this.disposals.ofGrant(tx, grantId);
      const names = new Map(ground.known.map(({ id, name }) => [id, name]));
      const acts = await this.acts.ofItems(tx, [...names.keys()]);
      return {
        ...ground,
        items: ground.known.filter(({ state }) => state === 'held' || state === 'disposed'),
        acts: acts.map((act) => ({ ...act, itemName: names.get(act.itemId) ?? '' })),
        disposals: disposals.map((disposal) => asTold(tx, disposal)),
        retainedUntil: retentionDayOf(ground.grant.fiscalYear, ground.terms),
        today: tx.today,
      };
    });
  }

  desk(actor: Actor, { words, items, others }: PropertyDeskPart): Promise<PropertyDesk> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const register = await this.items.page(tx, { words: words.trim(), ...items });
      const answered = await this.disposals.page(tx, others);
      return {
        ...{ ...register, today: tx.today, waiting: await this.disposals.waiting(tx) },
        proposals: await this.proposed(tx),
        ...{ others: answered.disposals, otherCount: answered.count },
      };
    });
  }

  private async proposed(tx: Transaction): Promise<PropertyDesk['proposals']> {
    const proposals: (ItemProposal & { readonly item: PropertyItem })[] = [];
    for (const proposal of await this.proposals.waiting(tx))
      proposals.push({ ...proposal, item: await this.items.find(tx, proposal.itemId) });
    return proposals;
  }

  /** How many applications wait for a draft, and how many answers for their letter. */
  async waiting(tx: Transaction): Promise<{ readonly toDraft: number; readonly toIssue: number }> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    const waiting = await this.disposals.waiting(tx);
    const toDraft = waiting.filter(({ state }) => state === 'sent').length;
    return { toDraft, toIssue: waiting.length - toDraft };
  }

  /** Throws not-found for another organisation's officer. */
  line(actor: Actor, itemId: string): Promise<PropertyLinePage> {
    if (actor.kind !== 'officer') requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const item = await this.items.find(tx, itemId);
      return {
        ...(await this.grounds.of(tx, item.grantId)),
        ...{ item, acts: await this.acts.ofItems(tx, [itemId]), today: tx.today },
        proposal: actor.kind === 'officer' ? null : await this.proposals.waitingOf(tx, itemId),
        refused: actor.kind === 'officer' ? [] : await this.proposals.refusedOf(tx, itemId),
        disposals: (await this.disposals.ofItem(tx, itemId)).map((disposal) => asTold(tx, disposal)),
      };
    });
  }

  disposal(actor: Actor, id: string): Promise<DisposalPage> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const disposal = await this.disposals.find(tx, id);
      const item = await this.items.find(tx, disposal.itemId);
      const { grant } = await this.grounds.of(tx, disposal.grantId);
      const article = keepingTermsOf(grant.document).propertyArticle;
      const { working } = disposal;
      return {
        ...{ disposal, item, article },
        share: working
          ? restoreWorking(working)
          : shareOfProceeds(disposal.proceeds, await this.grounds.fundingOf(tx, item), article),
        draft: await this.drafts.openFor(tx, PROPERTY_DISPOSAL, id),
      };
    });
  }

  /** Of the officer's own organisation: what was sent back and not applied for again, as long as the item is held. */
  returned(actor: Actor): Promise<Disposal[]> {
    if (actor.kind !== 'officer') throw DomainError.notFound();
    const { organizationId } = actor;
    return this.unitOfWork.read(actor, async (tx) => {
      const disposals = await this.disposals.list(tx, { organizationId });
      const held = await this.items.heldAmong(
        tx,
        disposals.map(({ itemId }) => itemId),
      );
      return disposals.filter(
        ({ itemId, state }) =>
          state === 'returned' &&
          held.has(itemId) &&
          !disposals.some((other) => other.itemId === itemId && isOpen(other)),
      );
    });
  }

  /** For whoever tells the organisation of it. */
  disposalOf(tx: Transaction, id: string): Promise<Disposal> {
    return this.disposals.find(tx, id);
  }

  /** Throws not-found for another organisation's item. */
  item(actor: Actor, id: string): Promise<PropertyItem> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.read(actor, (tx) => this.items.find(tx, id));
  }
}

/** An officer hears of the answer by its letter. */
const asTold = ({ actor }: Transaction, disposal: Disposal): Disposal =>
  actor.kind === 'officer' && disposal.state !== 'issued'
    ? { ...disposal, outcome: null, terms: '', payBack: null, working: null, decidedOn: null }
    : disposal;
