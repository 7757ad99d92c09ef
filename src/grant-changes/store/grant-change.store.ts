import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, LessThanOrEqual } from 'typeorm';
import type { SubmittedContent } from '../../applications/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { OPEN_STATES, type ChangeActKind, type ChangeState, type GrantChange } from '../domain/grant-change.js';
import { GrantChangeActRow } from './grant-change-act-row.js';
import { GrantChangeRow } from './grant-change-row.js';

export type Change = GrantChange<SubmittedContent>;

/** What somebody did with a change; never altered. */
export interface ChangeAct {
  readonly changeId: string;
  readonly act: ChangeActKind;
  readonly actedAt: Date;
  readonly actedBy: string;
  readonly note: string;
}

type Begun = Pick<Change, 'id' | 'grantId' | 'applicationId' | 'organizationId' | 'kind' | 'state' | 'beforeAmount'>;

@Injectable()
export class GrantChangeStore {
  async add(tx: Transaction, begun: Begun & Partial<Change>): Promise<void> {
    const first = { startedAt: tx.now, startedBy: tx.actor.name, version: 1, round: 0 };
    await tx.manager.insert(GrantChangeRow, {
      ...{ ...BLANK, ...first, ...begun },
      municipalityId: tx.municipalityId,
    } as never);
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<Change> {
    return toChange(await tx.manager.findOneBy(GrantChangeRow, { id }));
  }

  /** Locked for the rest of the transaction. Throws not-found. */
  async lock(tx: Transaction, id: string): Promise<Change> {
    return toChange(await tx.manager.findOne(GrantChangeRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  async ofIds(tx: Transaction, ids: readonly string[]): Promise<Change[]> {
    return (await tx.manager.findBy(GrantChangeRow, { id: In([...ids]) })).map(toChange);
  }

  /** The one that has not come to its end. */
  async openOf(tx: Transaction, grantId: string): Promise<Change | null> {
    const row = await tx.manager.findOneBy(GrantChangeRow, { grantId, state: In([...OPEN_STATES]) });
    return row && toChange(row);
  }

  /** Oldest first. */
  async ofGrant(tx: Transaction, grantId: string): Promise<Change[]> {
    const rows = await tx.manager.find(GrantChangeRow, { where: { grantId }, order: { startedAt: 'ASC', id: 'ASC' } });
    return rows.map(toChange);
  }

  async inStates(tx: Transaction, states: readonly ChangeState[], organizationId?: string): Promise<Change[]> {
    const rows = await tx.manager.find(GrantChangeRow, {
      where: { state: In([...states]), ...(organizationId !== undefined && { organizationId }) },
      order: { sentAt: 'ASC', startedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toChange);
  }

  /** Scheduled for today or, after a downtime, for a day before, in the order of their days and numbers. */
  async dueForIssue(tx: Transaction): Promise<Change[]> {
    const rows = await tx.manager.find(GrantChangeRow, {
      where: { state: 'scheduled', issuedOn: LessThanOrEqual(tx.today) },
      order: { issuedOn: 'ASC', letterNumber: 'ASC', id: 'ASC' },
    });
    return rows.map(toChange);
  }

  async ofLetter(tx: Transaction, letterId: string): Promise<Change | null> {
    const row = await tx.manager.findOne(GrantChangeRow, { where: { letterId }, lock: { mode: 'pessimistic_write' } });
    return row && toChange(row);
  }

  /** Raises the version with every change of the row. */
  async change(
    tx: Transaction,
    { id, version }: Pick<Change, 'id' | 'version'>,
    changes: Partial<Change>,
  ): Promise<void> {
    const key = { municipalityId: tx.municipalityId, id };
    await tx.manager.update(GrantChangeRow, key, { ...changes, version: version + 1 } as never);
  }

  async note(tx: Transaction, changeId: string, act: ChangeActKind, note = ''): Promise<void> {
    const done = { actedAt: tx.now, actedBy: tx.actor.name };
    await tx.manager.insert(GrantChangeActRow, {
      ...{ id: randomUUID(), changeId, act, note, ...done },
      municipalityId: tx.municipalityId,
    });
  }

  /** Oldest first. */
  async actsOf(tx: Transaction, changeIds: readonly string[]): Promise<ChangeAct[]> {
    const rows = await tx.manager.find(GrantChangeActRow, {
      where: { changeId: In([...changeIds]) },
      order: { actedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(({ municipalityId: _town, id: _id, ...act }) => act);
  }
}

const BLANK = {
  ...{ reason: '', increase: false, approvalAsked: false, needsApproval: true, article: '' },
  ...{ whole: false, recipientAtFault: false, hearing: '', returnNote: '', decisionReason: '' },
} as const;

function toChange(row: GrantChangeRow | null): Change {
  if (!row) throw DomainError.notFound();
  const { municipalityId: _town, ...change } = row;
  return change;
}
