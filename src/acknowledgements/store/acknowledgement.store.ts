import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Any, IsNull, Not } from 'typeorm';
import { requireOwnOrganization } from '../../kernel/actor.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Acknowledgement, ToldKind } from '../domain/acknowledgement.js';
import { AcknowledgementRow } from './acknowledgement-row.js';

type Told = Pick<Acknowledgement, 'kind' | 'recordId' | 'organizationId'>;

@Injectable()
export class AcknowledgementStore {
  /** The one of this record, begun where there is none; locked for the rest of the transaction. */
  async begin(tx: Transaction, { kind, recordId, organizationId }: Told): Promise<Acknowledgement> {
    await tx.query(
      `INSERT INTO acknowledgements (municipality_id, id, kind, record_id, organization_id, state, version, reply)
       VALUES ($1, $2, $3, $4, $5, 'open', 1, '') ON CONFLICT (municipality_id, record_id) DO NOTHING`,
      [tx.municipalityId, randomUUID(), kind, recordId, organizationId],
    );
    const begun = await this.lock(tx, recordId);
    if (!begun) throw new Error(`the acknowledgement of ${recordId} was begun and is not there`);
    return begun;
  }

  async lock(tx: Transaction, recordId: string): Promise<Acknowledgement | null> {
    return seen(
      tx,
      await tx.manager.findOne(AcknowledgementRow, { where: { recordId }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  async of(tx: Transaction, recordId: string): Promise<Acknowledgement | null> {
    return seen(tx, await tx.manager.findOneBy(AcknowledgementRow, { recordId }));
  }

  async ofRecords(tx: Transaction, recordIds: readonly string[]): Promise<Acknowledgement[]> {
    const rows = await tx.manager.findBy(AcknowledgementRow, { recordId: Any([...recordIds]) });
    return rows.flatMap((row) => seen(tx, row) ?? []);
  }

  /** Decided, oldest first: their letters are to be issued. */
  async toIssue(tx: Transaction): Promise<Acknowledgement[]> {
    const order = { decidedOn: 'ASC', id: 'ASC' } as const;
    const rows = await tx.manager.find(AcknowledgementRow, { where: { state: 'decided' }, order });
    return rows.flatMap((row) => seen(tx, row) ?? []);
  }

  /** Those of an organisation and kind that were decided, oldest first. */
  async decidedOf(tx: Transaction, organizationId: string, kinds: readonly ToldKind[]): Promise<Acknowledgement[]> {
    const where = { organizationId, kind: Any([...kinds]), decidedOn: Not(IsNull()) };
    const rows = await tx.manager.find(AcknowledgementRow, { where, order: { decidedOn: 'ASC', id: 'ASC' } });
    return rows.flatMap((row) => seen(tx, row) ?? []);
  }

  async ofLetter(tx: Transaction, letterId: string): Promise<Acknowledgement | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return seen(tx, await tx.manager.findOne(AcknowledgementRow, { where: { letterId }, lock }));
  }

  /** The caller holds the row. */
  async change(tx: Transaction, { id, version }: Acknowledgement, changes: Partial<Acknowledgement>): Promise<void> {
    const key = { municipalityId: tx.municipalityId, id };
    await tx.manager.update(AcknowledgementRow, key, { ...changes, version: version + 1 });
  }
}

function seen(tx: Transaction, row: AcknowledgementRow | null): Acknowledgement | null {
  if (!row) return null;
  requireOwnOrganization(tx.actor, row.organizationId);
  const { municipalityId: _town, ...acknowledgement } = row;
  return acknowledgement;
}
