import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DISPOSAL_KIND_LABELS, isOpen, type DisposalKind } from '../domain/disposal.js';
import {
  correctedByItself,
  correction,
  freeDisposalFaults,
  loosens,
  reasonFaults,
  type ItemProposal,
} from '../domain/item-act.js';
import { OTHER_KIND, readProperty, type PropertyItem, type TypedProperty } from '../domain/property.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemActStore } from '../store/property-item-act.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';
import { PropertyProposalStore } from '../store/property-proposal.store.js';
import { PropertyGrounds } from './property-grounds.js';

export interface CorrectPropertyCommand {
  readonly itemId: string;
  /** As the page showed it. */
  readonly version: number;
  readonly typed: TypedProperty;
  readonly reason: string;
}

export interface RecordFreeDisposalCommand {
  readonly itemId: string;
  readonly version: number;
  readonly kind: DisposalKind;
  readonly disposedOn: LocalDate;
}

/**
 * What becomes of a line of 備品台帳 after it was written; what stood there before stays in the trail. The organisation puts
 * name and place right, staff every column, as the others decide until when and for how much the town has a say; where they
 * would have less of a say, or the line would leave the register, another of the staff has to confirm.
 */
@Injectable()
export class CorrectProperty {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grounds: PropertyGrounds,
    private readonly items: PropertyItemStore,
    private readonly acts: PropertyItemActStore,
    private readonly disposals: PropertyDisposalStore,
    private readonly proposals: PropertyProposalStore,
  ) {}

  /**
   * `waits`: another person has to confirm it first. Faults at the fields of the line and at `reason`; throws
   * `properties.line-moved-on`, `properties.disposal-runs`, `properties.correction-waits`.
   */
  correct(
    actor: Actor,
    { itemId, version, typed, reason: text }: CorrectPropertyCommand,
  ): Promise<{ grantId: string; waits: boolean }> {
    if (actor.kind !== 'officer') requireDuty(actor, 'promotion');
    const reason = text.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.held(tx, itemId, version);
      const { terms } = await this.grounds.of(tx, item.grantId);
      const read = readProperty(
        actor.kind === 'officer' ? { ...asTyped(item), ...own(typed) } : typed,
        tx.today,
        terms,
      );
      const { line, changes } = correction(item, actor.kind === 'officer' ? correctedByItself(item, read) : read);
      refuseWhenFaulty(reasonFaults(reason));
      if (loosens(item, line)) {
        await this.proposals.add(tx, { itemId, kind: 'corrected', line, changes, reason });
        this.tell(tx, item, 'property.correction-proposed');
        return { grantId: item.grantId, waits: true };
      }
      await this.items.correct(tx, item, line);
      await this.record(tx, item, { kind: 'corrected', changes, reason, doneOn: tx.today });
      return { grantId: item.grantId, waits: false };
    });
  }

  /** Entered by mistake: the line is to leave the register, once another person confirms it. Fault at `strikeReason`. */
  strike(actor: Actor, itemId: string, version: number, text: string): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = text.trim();
    refuseWhenFaulty(reasonFaults(reason, 'strikeReason'));
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.held(tx, itemId, version);
      await this.proposals.add(tx, { itemId, kind: 'struck', line: null, changes: [], reason });
      this.tell(tx, item, 'property.correction-proposed');
    });
  }

  /** By another of the staff than who proposed it. Throws `properties.own-proposal`, `properties.nothing-waits`. */
  confirm(actor: Actor, itemId: string, proposalId: string): Promise<void> {
    requireDuty(actor, 'promotion', 'approve');
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.items.lock(tx, itemId);
      const { kind, line, changes, reason, proposedBy, proposedByName } = await this.waiting(tx, itemId, proposalId);
      if (actor.kind !== 'staff' || actor.staffId === proposedBy)
        throw new DomainError('properties.own-proposal', 'conflict');
      await this.proposals.answer(tx, proposalId, 'confirmed', '');
      if (line) await this.items.correct(tx, item, line);
      else await this.items.put(tx, itemId, 'struck');
      const told = `${reason}（申出：${proposedByName}、確認：${actor.name}）`;
      await this.record(tx, item, { kind, changes, reason: told, doneOn: tx.today });
    });
  }

  /** Also by who proposed it, who then takes it back. Fault at `refusal`. */
  refuse(actor: Actor, itemId: string, proposalId: string, text: string): Promise<void> {
    requireDuty(actor, 'promotion', 'approve');
    const refusal = text.trim();
    refuseWhenFaulty(reasonFaults(refusal, 'refusal'));
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.items.lock(tx, itemId);
      await this.waiting(tx, itemId, proposalId);
      await this.proposals.answer(tx, proposalId, 'refused', refusal);
      this.tell(tx, item, 'property.correction-refused');
    });
  }

  private async waiting(tx: Transaction, itemId: string, proposalId: string): Promise<ItemProposal> {
    const proposal = await this.proposals.waitingOf(tx, itemId);
    if (proposal?.id !== proposalId) throw new DomainError('properties.nothing-waits', 'conflict');
    return proposal;
  }

  /** The restriction has ended, and the organisation has it no longer. Faults at `disposedOn`. */
  disposeFreely(
    actor: Actor,
    { itemId, version, kind, disposedOn }: RecordFreeDisposalCommand,
  ): Promise<{ grantId: string }> {
    if (actor.kind !== 'officer') requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.held(tx, itemId, version);
      refuseWhenFaulty(freeDisposalFaults(item, disposedOn, tx.today));
      await this.items.put(tx, itemId, 'disposed');
      const reason = DISPOSAL_KIND_LABELS[kind];
      await this.record(tx, item, { kind: 'disposed', changes: [], reason, doneOn: disposedOn });
      return { grantId: item.grantId };
    });
  }

  /** Locked, and as the page showed it; while the answer to an application is being made, it stays as it was applied for. */
  private async held(tx: Transaction, itemId: string, version: number): Promise<PropertyItem> {
    const item = await this.items.lock(tx, itemId);
    if (item.state !== 'held') throw new DomainError('properties.not-in-register', 'conflict');
    if (item.version !== version) throw new DomainError('properties.line-moved-on', 'stale');
    if ((await this.disposals.ofItem(tx, itemId)).some(isOpen)) {
      throw new DomainError('properties.disposal-runs', 'conflict');
    }
    if (await this.proposals.waitingOf(tx, itemId)) throw new DomainError('properties.correction-waits', 'conflict');
    return item;
  }

  private tell(tx: Transaction, { id: subjectId, organizationId }: PropertyItem, action: string): void {
    tx.audit({ action, subjectKind: 'property-item', subjectId, organizationId });
  }

  private async record(
    tx: Transaction,
    item: PropertyItem,
    act: Omit<Parameters<PropertyItemActStore['add']>[1], 'itemId'>,
  ): Promise<void> {
    await this.acts.add(tx, { itemId: item.id, ...act });
    this.tell(tx, item, `property.${act.kind}`);
  }
}

const own = ({ name, keptAt }: TypedProperty): Pick<TypedProperty, 'name' | 'keptAt'> => ({ name, keptAt });

const asTyped = ({ category, quantity, price, boughtOn, usefulYears, name, keptAt }: PropertyItem): TypedProperty => ({
  ...{ name, keptAt, boughtOn, category: category === '' ? OTHER_KIND : category },
  ...{ quantity: String(quantity), price: String(price), usefulYears: String(usefulYears) },
});
