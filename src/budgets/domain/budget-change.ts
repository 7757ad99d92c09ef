import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { closingDayOf, firstDayOf, formatFiscalYear, lastDayOf } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { MAX_YEN, sumYen, type Yen } from '../../kernel/yen.js';
import type { BudgetLine } from './budget-line.js';
import type { Entry, Movement } from './ledger.js';

/** 補正予算, 流用 to another line, 配当 to the section. */
export const CHANGE_KINDS = ['supplement', 'transfer', 'allotment'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a change does, in yen and as of a day. */
export interface ChangeContent {
  readonly kind: ChangeKind;
  readonly lineId: string;
  /** The line that a transfer goes to; null for the other kinds. */
  readonly toLineId: string | null;
  /** Signed; a transfer is what `lineId` gives, below zero only where one is reversed. */
  readonly amount: Yen;
  /** 施行日: the day of the resolution or decision that carries it. */
  readonly effectiveOn: LocalDate;
  /** 議決, 専決 or 決裁 that carries it. */
  readonly basis: string;
  readonly reason: string;
  /** 予算の定め that allows a transfer between 項 (地方自治法220条2項); blank within one. */
  readonly provision: string;
}

/** One act as it is kept, never changed: a mistake is mended by the act that `reverses` it. */
export interface BudgetChange extends ChangeContent {
  readonly id: string;
  readonly reverses: string | null;
  readonly recordedOn: LocalDate;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** What one line feels of a change. */
interface Leg {
  readonly lineId: string;
  readonly movement: Movement;
}

export const CHANGE_ENTRY: Readonly<Record<ChangeKind, Entry>> = {
  supplement: 'supplemented',
  transfer: 'transferred',
  allotment: 'allotted',
};

/** Both sides of a transfer sum to zero; the other kinds touch one line. */
export function legsOf({ kind, lineId, toLineId, amount }: ChangeContent): Leg[] {
  if (kind === 'allotment') return [{ lineId, movement: { account: 'allotted', amount } }];
  if (toLineId === null) return [{ lineId, movement: { account: 'ceiling', amount } }];
  return [
    { lineId, movement: { account: 'ceiling', amount: -amount as Yen } },
    { lineId: toLineId, movement: { account: 'ceiling', amount } },
  ];
}

/** What a change does to 予算現額 of one line, in yen: nothing where it is an allotment or touches other lines. */
export const ceilingChangeOf = (change: ChangeContent, lineId: string): Yen =>
  sumYen(
    legsOf(change)
      .filter((leg) => leg.lineId === lineId && leg.movement.account === 'ceiling')
      .map(({ movement }) => movement.amount),
  );

/** How 予算現額 of a line came about: 当初, 補正, 流用 and 繰越 sum to it. */
export interface CeilingParts {
  readonly initial: Yen;
  readonly supplemented: Yen;
  readonly transferred: Yen;
  /** From the year before, with its commitments. */
  readonly carried: Yen;
}

export function ceilingPartsOf(line: BudgetLine, changes: readonly BudgetChange[], carried: Yen): CeilingParts {
  const sumOf = (kind: ChangeKind): Yen =>
    sumYen(changes.filter((change) => change.kind === kind).map((change) => ceilingChangeOf(change, line.id)));
  const [supplemented, transferred] = [sumOf('supplement'), sumOf('transfer')];
  return { initial: (line.ceiling - supplemented - transferred - carried) as Yen, supplemented, transferred, carried };
}

/** A year's budget can be recorded until its books close on 5/31. Throws `budgets.year-closed`. */
export function refuseAfterClosing({ fiscalYear }: BudgetLine, today: LocalDate): void {
  if (today > closingDayOf(fiscalYear))
    throw new DomainError('budgets.year-closed', 'conflict', { year: formatFiscalYear(fiscalYear) });
}

/** Faults at `amount`, `effectiveOn`, `basis`, `reason` and, for a transfer, `toLineId`, `provision`. */
export function faultsOfChange(
  change: ChangeContent,
  line: BudgetLine,
  toLine: BudgetLine | null,
  today: LocalDate,
): Fault[] {
  const faults = [...amountFaults(change, line), ...dayFaults(change, line, today)];
  if (change.basis === '') faults.push({ pointer: 'basis', code: 'budgets.basis-missing' });
  if (change.reason === '') faults.push({ pointer: 'reason', code: 'budgets.change-reason-missing' });
  return change.kind === 'transfer' ? [...faults, ...transferFaults(change, line, toLine)] : faults;
}

function amountFaults({ kind, amount }: ChangeContent, line: BudgetLine): Fault[] {
  const size = amount < 0n ? -amount : amount;
  const lawful = size > 0n && size <= MAX_YEN && (kind !== 'transfer' || amount > 0n);
  if (!lawful) return [{ pointer: 'amount', code: 'budgets.change-amount-out-of-range' }];
  const toNothing = kind === 'allotment' && line.allotted + amount === 0n;
  return toNothing ? [{ pointer: 'amount', code: 'budgets.allotment-to-nothing' }] : [];
}

/** 補正 after 3/31 is void (地方自治法施行令148条), and a day to come changes nothing yet. */
function dayFaults({ effectiveOn }: ChangeContent, { fiscalYear }: BudgetLine, today: LocalDate): Fault[] {
  if (effectiveOn > today) return [{ pointer: 'effectiveOn', code: 'budgets.effective-in-future' }];
  if (firstDayOf(fiscalYear) <= effectiveOn && effectiveOn <= lastDayOf(fiscalYear)) return [];
  const params = { year: formatFiscalYear(fiscalYear) };
  return [{ pointer: 'effectiveOn', code: 'budgets.effective-outside-year', params }];
}

/** 地方自治法220条2項: never between 款; between 項 only where the budget itself provides for it. */
function transferFaults({ provision }: ChangeContent, from: BudgetLine, to: BudgetLine | null): Fault[] {
  if (!to || to.id === from.id) return [{ pointer: 'toLineId', code: 'budgets.receiving-line-missing' }];
  if (to.fiscalYear !== from.fiscalYear)
    return [{ pointer: 'toLineId', code: 'budgets.receiving-line-of-another-year' }];
  const [fromParts, toParts] = [partsOf(from.code), partsOf(to.code)];
  if (fromParts[0] !== toParts[0]) return [{ pointer: 'toLineId', code: 'budgets.transfer-between-titles' }];
  const sameItem = fromParts[1] !== undefined && fromParts[1] === toParts[1];
  return sameItem || provision !== '' ? [] : [{ pointer: 'provision', code: 'budgets.provision-missing' }];
}

/** The numbers of a code in their order, 款 and 項 first: `02-01-11-18` as 2, 1, 11, 18. */
const partsOf = (code: string): number[] => (code.normalize('NFKC').match(/\d+/g) ?? []).map(Number);
