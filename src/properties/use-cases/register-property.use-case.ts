import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { lastDayAfterYears } from '../../kernel/keeping-terms.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { readProperty, type PropertyItem, type TypedProperty } from '../domain/property.js';
import { PropertyItemStore } from '../store/property-item.store.js';
import { PropertyGrounds, type PropertyGround } from './property-grounds.js';

export interface RegisterPropertyCommand {
  readonly grantId: string;
  /** The receipt that proposed it, or the one-time number of the form. */
  readonly source: string;
  readonly typed: TypedProperty;
}

/**
 * The organisation puts a line into 備品台帳, or says that what was proposed is no 備品; twice is once. Faults at the fields of
 * the line.
 */
@Injectable()
export class RegisterProperty {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grounds: PropertyGrounds,
    private readonly items: PropertyItemStore,
  ) {}

  execute(actor: Actor, { grantId, source, typed }: RegisterPropertyCommand): Promise<void> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      const ground = await this.grounds.of(tx, grantId);
      const read = readProperty(typed, tx.today, ground.terms);
      await this.add(tx, ground, { ...read, source, state: 'held' });
    });
  }

  /** Throws not-found when nothing of this name is proposed. */
  dismiss(actor: Actor, grantId: string, source: string): Promise<void> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      const ground = await this.grounds.of(tx, grantId);
      if (ground.known.some((item) => item.source === source)) return;
      const candidate = ground.candidates.find((each) => each.source === source);
      if (!candidate) throw DomainError.notFound();
      const { name, price, boughtOn } = candidate;
      const said = { quantity: 1, category: '', keptAt: '', usefulYears: ground.terms.propertyYears };
      await this.add(tx, ground, { name, price, boughtOn, source, ...said, state: 'dismissed' });
    });
  }

  private async add(
    tx: Transaction,
    { grant }: PropertyGround,
    line: Omit<
      PropertyItem,
      | 'id'
      | 'grantId'
      | 'organizationId'
      | 'organizationName'
      | 'programName'
      | 'fiscalYear'
      | 'restrictedUntil'
      | 'version'
    >,
  ): Promise<void> {
    const id = randomUUID();
    const { id: grantId, organizationId, organizationName, programName, fiscalYear } = grant;
    const restrictedUntil = lastDayAfterYears(line.boughtOn, line.usefulYears);
    const whose = { id, grantId, organizationId, organizationName, programName, fiscalYear };
    if (!(await this.items.add(tx, { ...line, ...whose, restrictedUntil, version: 1 }))) return;
    const action = line.state === 'held' ? 'property.registered' : 'property.dismissed';
    tx.audit({ action, subjectKind: 'property-item', subjectId: id, organizationId });
  }
}
