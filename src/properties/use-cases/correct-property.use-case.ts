import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DISPOSAL_KIND_LABELS, isOpen, type DisposalKind } from '../domain/disposal.js';
import { correctedByItself, correction, freeDisposalFaults, reasonFaults } from '../domain/item-act.js';
import { OTHER_KIND, readProperty, type PropertyItem, type TypedProperty } from '../domain/property.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemActStore } from '../store/property-item-act.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';
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
 * name and place right, staff every column, as the others decide until when and for how much the town has a say.
 */
@Injectable()
export class CorrectProperty {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grounds: PropertyGrounds,
    private readonly items: PropertyItemStore,
    private readonly acts: PropertyItemActStore,
    private readonly disposals: PropertyDisposalStore,
  ) {}

  /** Faults at the fields of the line and at `reason`; throws `properties.line-moved-on`, `properties.disposal-runs`. */
  correct(
    actor: Actor,
    { itemId, version, typed, reason: text }: CorrectPropertyCommand,
  ): Promise<{ grantId: string }> {
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
      await this.items.correct(tx, item, line);
      await this.record(tx, item, { kind: 'corrected', changes, reason, doneOn: tx.today });
      return { grantId: item.grantId };
    });
  }

  /** Entered by mistake: the line leaves the register. By staff alone. Fault at `strikeReason`. */
  strike(actor: Actor, itemId: string, version: number, text: string): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = text.trim();
    refuseWhenFaulty(reasonFaults(reason, 'strikeReason'));
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.held(tx, itemId, version);
      await this.items.put(tx, itemId, 'struck');
      await this.record(tx, item, { kind: 'struck', changes: [], reason, doneOn: tx.today });
    });
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
    return item;
  }

  private async record(
    tx: Transaction,
    { id: itemId, organizationId }: PropertyItem,
    act: Omit<Parameters<PropertyItemActStore['add']>[1], 'itemId'>,
  ): Promise<void> {
    await this.acts.add(tx, { itemId, ...act });
    tx.audit({ action: `property.${act.kind}`, subjectKind: 'property-item', subjectId: itemId, organizationId });
  }
}

const own = ({ name, keptAt }: TypedProperty): Pick<TypedProperty, 'name' | 'keptAt'> => ({ name, keptAt });

const asTyped = ({ category, quantity, price, boughtOn, usefulYears, name, keptAt }: PropertyItem): TypedProperty => ({
  ...{ name, keptAt, boughtOn, category: category === '' ? OTHER_KIND : category },
  ...{ quantity: String(quantity), price: String(price), usefulYears: String(usefulYears) },
});
