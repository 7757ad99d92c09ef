import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  OPEN_REPRESENTATIVE_CHANGES,
  representativeChangeMachine,
  type RepresentativeChange,
  type RepresentativeChangeState,
} from '../domain/representative-change.js';
import { RepresentativeChangeRow } from './representative-change-row.js';
import { isUuid } from './uuid.js';

type Told = Pick<
  RepresentativeChange,
  'organizationId' | 'officerId' | 'beforeRole' | 'beforeName' | 'afterRole' | 'afterName' | 'termFrom'
>;

/** The callers of what writes hold the organisation. */
@Injectable()
export class RepresentativeChangeStore {
  /** Told, or told anew in the place of the one that is open. Throws `organizations.representative-in-draft`. */
  async tell(tx: Transaction, told: Told): Promise<string> {
    const open = await this.openOf(tx, told.organizationId);
    const now = { ...told, toldAt: tx.now, toldBy: tx.actor.name, returnNote: '', correctBy: null };
    if (open) {
      const state = nextState(representativeChangeMachine, 'organizations.representative-in-draft', open.state, 'send');
      await this.change(tx, open, { ...now, state });
      return open.id;
    }
    const row = { ...now, municipalityId: tx.municipalityId, id: randomUUID(), version: 1, closedOn: null };
    await tx.manager.insert(RepresentativeChangeRow, { ...row, state: 'sent' });
    return row.id;
  }

  async openOf(tx: Transaction, organizationId: string): Promise<RepresentativeChange | null> {
    const where = { organizationId, state: In([...OPEN_REPRESENTATIVE_CHANGES]) };
    const row = await tx.manager.findOneBy(RepresentativeChangeRow, where);
    return row && seen(tx, row);
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<RepresentativeChange> {
    const row = isUuid(id) ? await tx.manager.findOneBy(RepresentativeChangeRow, { id }) : null;
    if (!row) throw DomainError.notFound();
    return seen(tx, row);
  }

  /** Oldest first. */
  async inStates(tx: Transaction, states: readonly RepresentativeChangeState[]): Promise<RepresentativeChange[]> {
    const order = { toldAt: 'ASC', id: 'ASC' } as const;
    const rows = await tx.manager.find(RepresentativeChangeRow, { where: { state: In([...states]) }, order });
    return rows.map((row) => seen(tx, row));
  }

  async change(tx: Transaction, { id, version }: RepresentativeChange, changes: Partial<RepresentativeChange>) {
    const key = { municipalityId: tx.municipalityId, id };
    await tx.manager.update(RepresentativeChangeRow, key, { ...changes, version: version + 1 });
  }
}

function seen(tx: Transaction, row: RepresentativeChangeRow): RepresentativeChange {
  requireOwnOrganization(tx.actor, row.organizationId);
  const { municipalityId: _town, ...change } = row;
  return change;
}
