import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../platform/database/index.js';
import { CHANGE_ENTRY, legsOf, type BudgetChange, type ChangeContent } from '../domain/budget-change.js';
import type { BudgetLine } from '../domain/budget-line.js';
import { changing } from '../domain/ledger.js';
import { BudgetChangeStore } from '../store/budget-change.store.js';
import { LedgerStore } from '../store/ledger.store.js';

interface Recording {
  /** Given out with the page, so that a double click records one act. */
  readonly requestId: string;
  /** The act that this one takes back. */
  readonly reverses?: BudgetChange;
}

/** Keeps an act on the budget: its row, a posting on each line it touches, and the audit entry. */
@Injectable()
export class BudgetChangeBook {
  constructor(
    private readonly changes: BudgetChangeStore,
    private readonly ledger: LedgerStore,
  ) {}

  /** Locks all lines of the act in one fixed order, as `BudgetLedger.lock` does. */
  async lock(tx: Transaction, { lineId, toLineId }: ChangeContent): Promise<ReadonlyMap<string, BudgetLine>> {
    const lines = new Map<string, BudgetLine>();
    for (const id of [lineId, ...(toLineId === null ? [] : [toLineId])].sort()) {
      lines.set(id, await this.ledger.lock(tx, id));
    }
    return lines;
  }

  /** The caller holds the locks of `lines`. Throws what `changing` throws. */
  async record(
    tx: Transaction,
    content: ChangeContent,
    lines: ReadonlyMap<string, BudgetLine>,
    { requestId, reverses }: Recording,
  ): Promise<void> {
    const id = randomUUID();
    const record = { recordedOn: tx.today, recordedAt: tx.now, recordedBy: tx.actor.name };
    await this.changes.add(tx, { ...content, ...record, id, reverses: reverses?.id ?? null }, requestId);
    const entry = reverses ? 'change-reversed' : CHANGE_ENTRY[content.kind];
    const cause = { kind: 'budget-change', id, label: content.basis };
    for (const { lineId, movement } of legsOf(content)) {
      const line = lines.get(lineId);
      if (!line) throw new Error(`the line ${lineId} was not locked`);
      await this.ledger.post(tx, line, changing(line, movement), { entry, cause });
      tx.announce({ type: 'CeilingChanged', subjectId: lineId });
    }
    tx.audit({
      action: reverses ? 'budget-change.reversed' : 'budget-change.recorded',
      subjectKind: 'budget-line',
      subjectId: content.lineId,
      detail: { kind: content.kind, amount: String(content.amount), effectiveOn: content.effectiveOn },
    });
  }
}
