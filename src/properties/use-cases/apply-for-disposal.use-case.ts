import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { disposalMachine, isOpen, type DisposalKind } from '../domain/disposal.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';

export interface ApplyForDisposalCommand {
  readonly itemId: string;
  /** Of the form: the same one is sent once. */
  readonly requestId: string;
  readonly kind: DisposalKind;
  readonly plannedOn: LocalDate;
  readonly proceeds: Yen;
  readonly reason: string;
}

const LONGEST_REASON = 1000;

/** 財産処分承認申請 of the organisation. Faults at `plannedOn`, `proceeds`, `reason`; throws `properties.*`. */
@Injectable()
export class ApplyForDisposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PropertyItemStore,
    private readonly disposals: PropertyDisposalStore,
  ) {}

  execute(actor: Actor, command: ApplyForDisposalCommand): Promise<{ grantId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    const { itemId, requestId: id, kind, plannedOn, proceeds } = command;
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.items.lock(tx, itemId);
      const { grantId, organizationId, organizationName, programName, name: itemName } = item;
      const earlier = await this.disposals.ofItem(tx, itemId);
      if (earlier.some((each) => each.id === id)) return { grantId };
      if (item.state !== 'held') throw new DomainError('properties.not-held', 'conflict');
      if (earlier.some(isOpen)) throw new DomainError('properties.applied-already', 'conflict');
      if (tx.today > item.restrictedUntil) {
        const params = { until: formatEra(item.restrictedUntil) };
        throw new DomainError('properties.needs-no-approval', 'conflict', params);
      }
      refuseWhenFaulty(faultsOf(command, tx.today));
      await this.disposals.add(tx, {
        ...{ id, itemId, grantId, organizationId, organizationName, programName, itemName, kind, plannedOn, proceeds },
        ...{ reason: command.reason.trim(), appliedBy: actor.name },
      });
      tx.audit({ action: 'disposal.applied', subjectKind: 'property-disposal', subjectId: id, organizationId });
      return { grantId };
    });
  }

  /** The organisation keeps the item after all. Throws not-found for another organisation's. */
  withdraw(actor: Actor, disposalId: string): Promise<{ grantId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      const disposal = await this.disposals.lock(tx, disposalId);
      const { grantId, organizationId } = disposal;
      if (disposal.state === 'withdrawn') return { grantId };
      const state = nextState(disposalMachine, 'properties.moved-on', disposal.state, 'withdraw');
      await this.disposals.change(tx, disposal, { state });
      const subject = { subjectKind: 'property-disposal', subjectId: disposalId, organizationId };
      tx.audit({ action: 'disposal.withdrawn', ...subject });
      return { grantId };
    });
  }
}

function faultsOf({ kind, plannedOn, proceeds, reason }: ApplyForDisposalCommand, today: LocalDate): Fault[] {
  const faults: Fault[] = [];
  const params = { today: formatEra(today) };
  if (plannedOn < today) faults.push({ pointer: 'plannedOn', code: 'properties.planned-in-past', params });
  if (kind === 'sale' && proceeds === ZERO_YEN)
    faults.push({ pointer: 'proceeds', code: 'properties.sale-for-nothing' });
  if (kind === 'scrap' && proceeds > ZERO_YEN) {
    faults.push({ pointer: 'proceeds', code: 'properties.scrap-with-proceeds' });
  }
  if (reason.trim() === '') faults.push({ pointer: 'reason', code: 'properties.reason-missing' });
  else if ([...reason.trim()].length > LONGEST_REASON) {
    faults.push({
      pointer: 'reason',
      code: 'properties.text-too-long',
      params: { label: '理由', most: LONGEST_REASON },
    });
  }
  return faults;
}
