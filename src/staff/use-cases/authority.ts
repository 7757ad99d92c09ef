import { Injectable } from '@nestjs/common';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { formatYen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { authorityFaults } from '../domain/authority-safety.js';
import { actLabel, type Act } from '../domain/acts.js';
import { ruleFor, type AuthorityTable } from '../domain/authority-table.js';
import { occupiedRoute, type RouteStep } from '../domain/route.js';
import { AuthorityTableStore } from '../store/authority-tables.store.js';
import { StaffStore } from '../store/staff.store.js';

export interface Route {
  readonly tableId: string;
  readonly steps: readonly RouteStep[];
  /** The rule that the route comes from, e.g. 事務専決規程 別表第1. */
  readonly basis: string;
}

/** Who decides what: the published authority tables, read by act, amount and day. */
@Injectable()
export class Authority {
  constructor(
    private readonly tables: AuthorityTableStore,
    private readonly staff: StaffStore,
  ) {}

  /**
   * The posts that decide an act of this amount (yen) on a day, in their order.
   * Conflicts: no table in force, no rule for the act, or a vacancy that nobody stands in for.
   */
  async routeFor(tx: Transaction, act: Act, amount: Yen, on: LocalDate): Promise<Route> {
    const table = await this.tables.inForce(tx, on);
    if (!table) throw new DomainError('staff.no-table-in-force', 'conflict', { on: formatEra(on) });
    const rule = ruleFor(table, act, amount);
    if (!rule) throw new DomainError('staff.no-rule', 'conflict', { act: actLabel(act), amount: formatYen(amount) });
    const steps = occupiedRoute(rule, await this.staff.staffingOn(tx, on));
    return { tableId: table.id, steps, basis: table.basis };
  }

  /** Whether the town decides this act by a draft: its table in force has a rule for it. */
  async rules(tx: Transaction, act: Act): Promise<boolean> {
    const table = await this.tables.inForce(tx, tx.today);
    return table?.rules.some((rule) => rule.act === act) ?? false;
  }

  get(tx: Transaction, tableId: string): Promise<AuthorityTable> {
    return this.tables.get(tx, tableId);
  }

  /** Newest first. */
  list(tx: Transaction): Promise<AuthorityTable[]> {
    return this.tables.list(tx);
  }

  inForce(tx: Transaction, on: LocalDate): Promise<AuthorityTable | null> {
    return this.tables.inForce(tx, on);
  }

  /** What speaks against the table with the people of its first day, or of today when that day has passed. */
  async faultsOf(tx: Transaction, table: AuthorityTable): Promise<Fault[]> {
    return this.faultsOn(tx, table, table.validFrom > tx.today ? table.validFrom : tx.today);
  }

  /** What speaks against it with the people of a day. */
  async faultsOn(tx: Transaction, table: AuthorityTable, day: LocalDate): Promise<Fault[]> {
    return authorityFaults(table, await this.staff.staffingOn(tx, day));
  }
}
