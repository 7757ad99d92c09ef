import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { closingDayOf, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import { sumYen } from '../../kernel/yen.js';
import { Claims } from '../../payments/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { noteFaults, obstacleFaults, refuseUnlessShown } from '../domain/closing.js';
import { CarryStore } from '../store/carry.store.js';
import { ClosedYearStore } from '../store/closed-year.store.js';
import { LapsedCommitmentStore } from '../store/lapsed-commitment.store.js';
import { TownBooks } from './town-books.js';
import { YearStandings } from './year-standing.js';

export interface CloseYearCommand {
  readonly year: FiscalYear;
  /** The digest of the standing that was shown. */
  readonly shown: string;
  readonly confirmed: boolean;
  /** Every 領収済通知書 through the last day is entered: what comes to light later is revenue of another year. */
  readonly slipsEntered: boolean;
  /** e.g. the numbers of 繰越明許費 and 事故繰越, which are records of their own. */
  readonly note: string;
}

/**
 * 出納閉鎖: the 会計管理者 closes a year, on or after its last payment day, when every book agrees and no order waits for its
 * payment. What was committed and never ordered lapses, grant by grant (不用), and its claims with it, so that afterwards nothing
 * of the year needs a posting. What stays open is kept with the closing. Faults at `slipsEntered`, `confirmed` and `note`, and one for each obstacle; throws
 * `closing.changed` when something moved since the page was opened, `budgets.year-closed` the second time.
 */
@Injectable()
export class CloseYear {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: BudgetLedger,
    private readonly books: TownBooks,
    private readonly standings: YearStandings,
    private readonly closedYears: ClosedYearStore,
    private readonly lapsed: LapsedCommitmentStore,
    private readonly claims: Claims,
    private readonly carries: CarryStore,
  ) {}

  execute(actor: Actor, command: CloseYearCommand): Promise<void> {
    requireDuty(actor, 'treasury-decide');
    return this.unitOfWork.run(actor, (tx) => this.close(tx, { ...command, note: command.note.trim() }));
  }

  private async close(
    tx: Transaction,
    { year, shown, confirmed, slipsEntered, note }: CloseYearCommand,
  ): Promise<void> {
    await this.books.hold(tx);
    const { obstacles, open, lapsing, digest, closed } = await this.standings.of(tx, year);
    if (closed) throw new DomainError('budgets.year-closed', 'conflict', { year: formatFiscalYear(year) });
    refuseWhenFaulty(obstacleFaults(obstacles), 'closing.not-yet');
    refuseUnlessShown(shown, digest);
    refuseWhenFaulty([
      ...(slipsEntered
        ? []
        : [
            {
              pointer: 'slipsEntered',
              code: 'closing.slips-not-entered',
              params: { day: formatEra(closingDayOf(year)) },
            },
          ]),
      ...(confirmed ? [] : [{ pointer: 'confirmed', code: 'closing.not-confirmed' }]),
      ...noteFaults(note),
    ]);
    const lapsed = await this.ledger.closeYear(tx, year);
    await this.closedYears.add(tx, year, note, open);
    const named = new Map(lapsing.map((grant) => [grant.grantId, grant]));
    const grantOf = new Map((await this.carries.inState(tx, 'done')).map(({ id, grantId }) => [id, grantId]));
    await this.lapsed.add(
      tx,
      lapsed.map(({ lineId, cause, amount }) => ({
        ...{ grantId: grantOf.get(cause.id) ?? cause.id, fiscalYear: year, lineId, amount },
        organizationName: named.get(cause.id)?.organizationName ?? cause.label ?? '',
        programName: named.get(cause.id)?.programName ?? '',
      })),
    );
    await this.claims.dropOfClosedYear(tx, year);
    const sum = sumYen(lapsed.map(({ amount }) => amount));
    const detail = { year, open: open.length, lapsed: String(sum) };
    tx.audit({ action: 'year.closed', subjectKind: 'fiscal-year', subjectId: String(year), detail });
  }
}
