import { addDays, type LocalDate } from '../../kernel/local-date.js';
import { REFUND_PARTS, type RefundPart, type RefundTerms } from '../../kernel/refund-terms.js';
import { maxYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { chargeOn, spansOf, type Charge } from './charge.js';

/** Money that the recipient had been paid, on the day on which it came. */
export interface Received {
  readonly on: LocalDate;
  readonly amount: Yen;
}

export type Shares = Readonly<Record<RefundPart, Yen>>;

export const NO_SHARES: Shares = { principal: ZERO_YEN, addition: ZERO_YEN, 'late-charge': ZERO_YEN };

/** One part of what an instalment plan spreads. */
export interface PlannedPart {
  readonly dueOn: LocalDate;
  readonly amount: Yen;
}

/** 履行延期・分割: from the day after `since` on, its parts say what is due when. */
export interface Plan {
  readonly since: LocalDate;
  readonly parts: readonly PlannedPart[];
}

/** What is not asked of a charge. */
export interface Relief {
  readonly part: ChargePart;
  readonly amount: Yen | null;
}

export const CHARGE_PARTS = ['addition', 'late-charge'] as const satisfies readonly RefundPart[];
export type ChargePart = (typeof CHARGE_PARTS)[number];

/** Everything by which a refund is reckoned. */
export interface RefundAccount {
  readonly amount: Yen;
  /** Oldest first; what comes back is what came last (補助金等適正化法施行令9条1項). */
  readonly received: readonly Received[];
  readonly recipientAtFault: boolean;
  readonly dueOn: LocalDate | null;
  /** 納期限 of 加算金 and 延滞金, by the 納入通知書 that asks for them once the money itself is back; null before it. */
  readonly chargesDueOn: LocalDate | null;
  readonly terms: RefundTerms;
  /** In the order of their 領収日; those that were reversed are left out. */
  readonly payments: readonly { readonly receivedOn: LocalDate; readonly shares: Shares }[];
  /** Oldest first; the newest that began before a day holds on it. */
  readonly plans: readonly Plan[];
  /** Those that spread 加算金 and 延滞金, once nothing else was open. */
  readonly chargePlans: readonly Plan[];
  /** 減免 of 加算金 and 延滞金 that hold; `amount` null: all of it, also what would still grow. */
  readonly reliefs: readonly Relief[];
  /** Nothing grows after this day: the claim was given up or has lapsed. */
  readonly endedOn: LocalDate | null;
}

export interface PartStanding {
  readonly part: RefundPart;
  readonly asked: Yen;
  readonly paid: Yen;
  readonly open: Yen;
  /** What of it is not asked by 減免. */
  readonly relieved: Yen;
  /** Of a charge; null where there is none. */
  readonly charge: Charge | null;
}

export interface Standing {
  readonly on: LocalDate;
  readonly parts: Readonly<Record<RefundPart, PartStanding>>;
  readonly open: Yen;
  /** 加算金 and 延滞金 together, as far as they are open. */
  readonly charges: Yen;
  /** What should have been paid by the day before and is not paid today, 加算金 and 延滞金 that were asked for with it. */
  readonly overdue: Yen;
  /** By which what is open now was to be paid first: the money itself, or after it the charges. */
  readonly firstDueOn: LocalDate | null;
  /** The next day by which something is to be paid; null when nothing is, or no letter has set one. */
  readonly nextDue: PlannedPart | null;
}

/** Until when nobody is to be asked to pay sooner: the next day that was set, while nothing is late; null when none was set. */
export const dayToKeep = ({ overdue, nextDue }: Pick<Standing, 'overdue' | 'nextDue'>): LocalDate | null =>
  overdue > 0n ? null : (nextDue?.dueOn ?? null);

/** What is asked, paid and open on a day, that day included. */
export function standingOn(account: RefundAccount, on: LocalDate): Standing {
  const until = account.endedOn !== null && account.endedOn < on ? account.endedOn : on;
  const chargeOf: Readonly<Record<RefundPart, Charge | null>> = {
    principal: null,
    addition: additionThrough(account, until),
    'late-charge': lateChargeThrough(account, until),
  };
  const standing = (part: RefundPart): PartStanding => {
    const charge = chargeOf[part];
    const whole = part === 'principal' ? account.amount : (charge?.yen ?? ZERO_YEN);
    const paid = sumYen(account.payments.map(({ shares }) => shares[part]));
    const relieved = relievedOf(account.reliefs, part, subtractYen(whole, paid));
    const asked = subtractYen(whole, relieved);
    return { part, asked, paid, open: subtractYen(asked, paid), relieved, charge };
  };
  const parts = {
    principal: standing('principal'),
    addition: standing('addition'),
    'late-charge': standing('late-charge'),
  };
  const planOn = (plans: readonly Plan[]): Plan | undefined => plans.findLast(({ since }) => since <= on);
  const principal = maxYen(parts.principal.open, ZERO_YEN);
  const charges = maxYen(sumYen([parts.addition.open, parts['late-charge'].open]), ZERO_YEN);
  const ofPrincipal = { left: principal, due: duesOf(account.dueOn, planOn(account.plans), account.amount) };
  const ofCharges = { left: charges, due: duesOf(account.chargesDueOn, planOn(account.chargePlans), charges) };
  return {
    on,
    parts,
    open: sumYen(REFUND_PARTS.map((part) => parts[part].open)),
    charges,
    overdue: sumYen([overdueOf(ofPrincipal, on), overdueOf(ofCharges, on)]),
    firstDueOn: principal > 0n ? account.dueOn : account.chargesDueOn,
    nextDue: nextDueOf(principal > 0n ? ofPrincipal : ofCharges, on),
  };
}

/** What is left of a claim, and the days on which it was or is to be paid. */
interface Owed {
  readonly left: Yen;
  readonly due: readonly PlannedPart[];
}

const duesOf = (dueOn: LocalDate | null, plan: Plan | undefined, amount: Yen): readonly PlannedPart[] =>
  plan ? plan.parts : dueOn === null ? [] : [{ dueOn, amount }];

/** On its due day nothing is late yet. */
function overdueOf({ left, due }: Owed, on: LocalDate): Yen {
  if (due.length === 0) return ZERO_YEN;
  const later = sumYen(due.filter(({ dueOn }) => dueOn >= on).map(({ amount }) => amount));
  return left > later ? subtractYen(left, later) : ZERO_YEN;
}

/** What was paid ahead comes off the next part. */
function nextDueOf(owed: Owed, on: LocalDate): PlannedPart | null {
  const next = owed.due.find(({ dueOn }) => dueOn >= on);
  if (!next || owed.left === 0n) return null;
  const after = sumYen(owed.due.filter(({ dueOn }) => dueOn > next.dueOn).map(({ amount }) => amount));
  const amount = owed.left - overdueOf(owed, on) - after;
  return amount > 0n ? { dueOn: next.dueOn, amount: amount as Yen } : nextDueOf(owed, addDays(next.dueOn, 1));
}

/** Never of what is paid already. */
function relievedOf(reliefs: RefundAccount['reliefs'], part: RefundPart, unpaid: Yen): Yen {
  const own = reliefs.filter((relief) => relief.part === part);
  if (own.length === 0 || unpaid <= 0n) return ZERO_YEN;
  if (own.some(({ amount }) => amount === null)) return unpaid;
  const relieved = sumYen(own.map(({ amount }) => amount ?? ZERO_YEN));
  return relieved < unpaid ? relieved : unpaid;
}

/** 加算金: only for the recipient's fault, from the day on which the money came to that on which it goes back. */
function additionThrough(account: RefundAccount, until: LocalDate): Charge | null {
  const { terms, recipientAtFault, payments } = account;
  if (!recipientAtFault || !terms.addition) return null;
  const tranches = comingBack(account);
  const [first] = tranches;
  if (!first) return null;
  const changes = [...tranches.map(({ on }) => on), ...payments.map(({ receivedOn }) => addDays(receivedOn, 1))];
  const baseOn = (day: LocalDate): Yen => {
    const held = sumYen(tranches.filter(({ on }) => on <= day).map(({ amount }) => amount));
    const paid = paidBefore(account, day);
    return held > paid ? subtractYen(held, paid) : ZERO_YEN;
  };
  return chargeOn(spansOf(first.on, until, changes, baseOn), terms.addition);
}

/** 延滞金: on what is not paid in time, from the day after its due date. */
function lateChargeThrough(account: RefundAccount, until: LocalDate): Charge | null {
  const { terms, dueOn, payments, plans } = account;
  if (!terms.lateCharge || dueOn === null) return null;
  const dueDays = [dueOn, ...plans.flatMap(({ since, parts }) => [since, ...parts.map((part) => part.dueOn)])];
  const changes = [...dueDays, ...payments.map(({ receivedOn }) => receivedOn)].map((day) => addDays(day, 1));
  const from = changes.toSorted()[0] ?? addDays(dueOn, 1);
  return chargeOn(
    spansOf(from, until, changes, (day) => overdueOn(account, day)),
    terms.lateCharge,
  );
}

/** What should have been paid before this day and was not. */
function overdueOn(account: RefundAccount, day: LocalDate): Yen {
  const left = subtractYen(account.amount, paidBefore(account, day));
  const later = notYetDue(account, day);
  return left > later ? subtractYen(left, later) : ZERO_YEN;
}

function notYetDue({ amount, dueOn, plans }: RefundAccount, day: LocalDate): Yen {
  const plan = plans.findLast(({ since }) => since < day);
  if (plan) return sumYen(plan.parts.filter((part) => part.dueOn >= day).map((part) => part.amount));
  return dueOn === null || dueOn >= day ? amount : ZERO_YEN;
}

const paidBefore = ({ payments }: RefundAccount, day: LocalDate): Yen =>
  sumYen(payments.filter(({ receivedOn }) => receivedOn < day).map(({ shares }) => shares.principal));

/** The payments that come back, the last one first among them, oldest first again. */
function comingBack({ amount, received }: Pick<RefundAccount, 'amount' | 'received'>): Received[] {
  let left = amount;
  const back: Received[] = [];
  for (const { on, amount: came } of [...received].reverse()) {
    const taken = came < left ? came : left;
    if (taken > 0n) back.unshift({ on, amount: taken });
    left = subtractYen(left, taken);
  }
  return back;
}

/** How a payment on this day is taken, part by part in the order of the terms; `excess` is what is left beyond all of them. */
export function sharesOf(
  account: RefundAccount,
  amount: Yen,
  receivedOn: LocalDate,
): { readonly shares: Shares; readonly excess: Yen } {
  const { parts } = standingOn(account, receivedOn);
  let left = amount;
  const shares: Record<RefundPart, Yen> = { ...NO_SHARES };
  for (const part of account.terms.allocation) {
    // A slip that came late may show that less was owed than an earlier receipt was split by.
    const open = maxYen(parts[part].open, ZERO_YEN);
    shares[part] = left < open ? left : open;
    left = subtractYen(left, shares[part]);
  }
  return { shares, excess: left };
}
