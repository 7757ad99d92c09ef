import { BudgetLedger, OpenBudgetLine } from '../../budgets/index.js';
import { systemActor, type MunicipalityId } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Providers } from '../seed-towns.js';
import { DEMO_BUDGET_LINES } from './budget-lines.js';

/** Opens the town's lines that are not open yet and returns the id of each by its code. */
export async function seedBudgetLines(
  providers: Providers,
  town: MunicipalityId,
): Promise<ReadonlyMap<string, string>> {
  const actor = systemActor(town, '初期設定');
  const ids = new Map<string, string>();
  for (const { town: _town, ...line } of DEMO_BUDGET_LINES.filter((candidate) => candidate.town === town)) {
    const open = await providers
      .get(UnitOfWork)
      .read(actor, (tx) => providers.get(BudgetLedger).lines(tx, line.fiscalYear));
    const known = open.find(({ code }) => code === line.code);
    ids.set(line.code, known?.id ?? (await providers.get(OpenBudgetLine).execute(actor, line)).lineId);
  }
  return ids;
}
