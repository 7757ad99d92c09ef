import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { MAX_YEN, type Yen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { LedgerStore } from '../store/ledger.store.js';

export interface OpenBudgetLineCommand {
  readonly fiscalYear: FiscalYear;
  readonly code: string;
  readonly name: string;
  /** 当初予算額 in yen; later acts move it to 予算現額. */
  readonly ceiling: Yen;
  /** Where the figure comes from; a figure we made up says 見本. */
  readonly source: string;
}

/** Opens a budget line with its ceiling as the first posting. Faults at `code`, `name`, `ceiling`, `source`. */
@Injectable()
export class OpenBudgetLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: LedgerStore,
  ) {}

  async execute(actor: Actor, command: OpenBudgetLineCommand): Promise<{ lineId: string }> {
    requireDuty(actor, 'administer', 'promotion');
    return this.unitOfWork.run(actor, (tx) => this.open(tx, command));
  }

  private async open(tx: Transaction, command: OpenBudgetLineCommand): Promise<{ lineId: string }> {
    const { fiscalYear, ceiling } = command;
    const text = { code: command.code.trim(), name: command.name.trim(), source: command.source.trim() };
    const taken = text.code !== '' && (await this.store.hasCode(tx, fiscalYear, text.code));
    refuseWhenFaulty(faultsOf(text, ceiling, taken));
    const id = randomUUID();
    await this.store.open(tx, { id, fiscalYear, ...text });
    const line = await this.store.lock(tx, id);
    const cause = { kind: 'budget-line', id, label: text.source };
    await this.store.post(tx, line, [{ account: 'ceiling', amount: ceiling }], { entry: 'opened', cause });
    tx.audit({
      action: 'budget-line.opened',
      subjectKind: 'budget-line',
      subjectId: id,
      detail: { ceiling: String(ceiling) },
    });
    tx.announce({ type: 'CeilingChanged', subjectId: id });
    return { lineId: id };
  }
}

function faultsOf(text: { code: string; name: string; source: string }, ceiling: Yen, taken: boolean): Fault[] {
  const faults: Fault[] = [];
  if (text.code === '') faults.push({ pointer: 'code', code: 'budgets.code-missing' });
  if (taken) faults.push({ pointer: 'code', code: 'budgets.code-taken' });
  if (text.name === '') faults.push({ pointer: 'name', code: 'budgets.name-missing' });
  if (text.source === '') faults.push({ pointer: 'source', code: 'budgets.source-missing' });
  if (ceiling <= 0n || ceiling > MAX_YEN) faults.push({ pointer: 'ceiling', code: 'budgets.ceiling-out-of-range' });
  return faults;
}
