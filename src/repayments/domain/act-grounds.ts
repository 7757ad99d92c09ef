import type { Fault } from '../../kernel/domain-error.js';
import { formatEra, localDate, type LocalDate } from '../../kernel/local-date.js';
import { REFUND_PART_LABELS, type ClaimClass } from '../../kernel/refund-terms.js';
import { formatYen, sumYen, type Yen } from '../../kernel/yen.js';
import type { Standing } from './account.js';
import {
  PLAN_GROUNDS,
  WAIVER_GROUNDS,
  WRITE_OFF_GROUNDS,
  type ActDetails,
  type ActKind,
  type RepaymentAct,
} from './act.js';
import type { DemandState } from './demand.js';

export const LONGEST_FACTS = 1000;
const YEARS_TO_REMISSION = 10;
const YEARS_TO_PRESCRIPTION = 5;

/** What the law asks about: the claim as it stands today. */
export interface ActGround {
  readonly state: DemandState;
  readonly claimClass: ClaimClass;
  readonly dueOn: LocalDate | null;
  /** 納期限 of 加算金 and 延滞金. */
  readonly chargesDueOn: LocalDate | null;
  readonly standing: Standing;
  /** Those that hold, oldest first. */
  readonly acts: readonly RepaymentAct[];
  /** The newest 領収日 that stands: a payment acknowledges the claim (民法152条). */
  readonly lastReceivedOn: LocalDate | null;
  readonly today: LocalDate;
}

/** What an act still lacks, each fault at its field. */
export function actFaults(kind: ActKind, details: ActDetails, ground: ActGround): Fault[] {
  const faults: Fault[] = [];
  const refuse = (pointer: string, code: string, params: Fault['params'] = {}): void =>
    void faults.push({ pointer, code, params });
  if (details.facts.length > LONGEST_FACTS) refuse('facts', 'repayments.facts-too-long', { most: LONGEST_FACTS });
  CHECKS[kind](details, ground, refuse);
  return faults;
}

/** What is to be paid now: the money itself, and once it is back 加算金 and 延滞金. */
export const owedIn = ({ parts, charges }: Standing): Yen =>
  parts.principal.open > 0n ? parts.principal.open : charges;

type Refuse = (pointer: string, code: string, params?: Fault['params']) => void;
type Check = (details: ActDetails, ground: ActGround, refuse: Refuse) => void;

const CHECKS: Readonly<Record<ActKind, Check>> = {
  /** 施行令171条: what is not paid by its day is dunned, with a day set for it. */
  dunning: ({ dueOn }, { standing, today }, refuse) => {
    if (standing.overdue === 0n) refuse('dueOn', 'repayments.nothing-overdue');
    else if (!dueOn) refuse('dueOn', 'repayments.dunning-day-missing');
    else if (dueOn <= today) refuse('dueOn', 'repayments.day-must-come', { label: '指定期限' });
  },

  plan: ({ ground, facts, parts }, { standing, today }, refuse) => {
    if (!isOneOf(PLAN_GROUNDS, ground)) refuse('ground', 'repayments.plan-ground-missing');
    if (facts === '') refuse('facts', 'repayments.facts-missing');
    const open = owedIn(standing);
    if (open === 0n) refuse('parts', 'repayments.plan-nothing-open');
    else if (parts.length === 0) refuse('parts', 'repayments.plan-parts-missing');
    else {
      const days = parts.map(({ dueOn }) => dueOn);
      const ascending = days.every((day, index) => index === 0 || day > (days[index - 1] ?? day));
      if (!ascending || (days[0] ?? today) <= today) refuse('parts', 'repayments.plan-days');
      const sum = sumYen(parts.map(({ amount }) => amount));
      if (sum !== open) refuse('parts', 'repayments.plan-sum', { sum: formatYen(sum), open: formatYen(open) });
    }
  },

  /** By an article of the town: やむを得ない事情. */
  'charge-relief': ({ citation, facts, reliefs }, { standing }, refuse) => {
    if (reliefs.length === 0) refuse('reliefs', 'repayments.relief-missing');
    for (const { part, amount } of reliefs) {
      const { open } = standing.parts[part];
      const label = REFUND_PART_LABELS[part];
      if (standing.parts[part].charge === null)
        refuse(`reliefs[${part}][extent]`, 'repayments.relief-of-none', { label });
      else if (amount !== null && amount > open)
        refuse(`reliefs[${part}][amount]`, 'repayments.relief-over', { label, open: formatYen(open) });
    }
    if (citation === '') refuse('citation', 'repayments.relief-citation-missing');
    if (facts === '') refuse('facts', 'repayments.facts-missing');
  },

  /** 施行令171条の7: ten years after the day that was set first, or after the plan that came later. */
  remission: ({ facts }, { acts, dueOn, today }, refuse) => {
    const plan = acts.find(({ kind, details }) => kind === 'plan' && details.ground === 'insolvent');
    if (!plan?.doneOn || !dueOn) refuse('facts', 'repayments.remission-without-plan');
    else {
      const earliest = yearsAfter(plan.doneOn > dueOn ? plan.doneOn : dueOn, YEARS_TO_REMISSION);
      if (today <= earliest) refuse('facts', 'repayments.remission-too-early', { day: formatEra(earliest) });
      else if (facts === '') refuse('facts', 'repayments.facts-missing');
    }
  },

  /** 地方自治法96条1項10号. */
  waiver: ({ ground, citation, citedOn, facts }, { today }, refuse) => {
    if (!isOneOf(WAIVER_GROUNDS, ground)) refuse('ground', 'repayments.waiver-ground-missing');
    if (citation === '') refuse('citation', 'repayments.waiver-citation-missing');
    if (ground === 'council' && (!citedOn || citedOn > today)) refuse('citedOn', 'repayments.waiver-day-missing');
    if (facts === '') refuse('facts', 'repayments.facts-missing');
  },

  'write-off': (details, ground, refuse) => {
    if (!isOneOf(WRITE_OFF_GROUNDS, details.ground)) refuse('ground', 'repayments.write-off-ground-missing');
    else if (details.ground === 'prescription') checkPrescription(details, ground, refuse);
    else if (!ground.acts.some(({ kind }) => kind === details.ground))
      refuse('ground', 'repayments.write-off-not-ended');
    if (details.facts === '') refuse('facts', 'repayments.facts-missing');
  },
};

/** 地方自治法236条: five years; 公債権 lapses by itself, 私債権 only when the debtor invokes it (民法145条). */
function checkPrescription(details: ActDetails, ground: ActGround, refuse: Refuse): void {
  const complete = prescribedAfter(ground);
  if (complete === null || ground.today <= complete)
    refuse('ground', 'repayments.not-prescribed', { day: complete === null ? '' : formatEra(complete) });
  if (ground.claimClass === 'public') return;
  if (details.invokedBy === '') refuse('invokedBy', 'repayments.invocation-missing');
  if (!details.invokedOn || details.invokedOn > ground.today) refuse('invokedOn', 'repayments.invocation-day-missing');
}

/** The last day of the five years: begun anew by 納入の通知 and the first 督促 (236条4項), by a payment and by a plan. */
export function prescribedAfter({
  dueOn,
  chargesDueOn,
  acts,
  lastReceivedOn,
}: Omit<ActGround, 'today'>): LocalDate | null {
  if (dueOn === null) return null;
  const firstDunning = acts.find(({ kind }) => kind === 'dunning');
  const plans = acts.filter(({ kind }) => kind === 'plan');
  const begun = [
    dueOn,
    chargesDueOn,
    firstDunning?.details.dueOn,
    lastReceivedOn,
    ...plans.flatMap(({ doneOn, details }) => [doneOn, details.parts.at(-1)?.dueOn]),
  ].flatMap((day) => day ?? []);
  const last = begun.toSorted().at(-1) ?? dueOn;
  return yearsAfter(last, YEARS_TO_PRESCRIPTION);
}

/** The day of the same name; of February 29th the 28th. */
function yearsAfter(day: LocalDate, years: number): LocalDate {
  const [year = '', month = '', date = ''] = day.split('-');
  const later = `${String(Number(year) + years)}-${month}-`;
  try {
    return localDate(later + date);
  } catch {
    return localDate(`${later}28`);
  }
}

const isOneOf = (list: readonly string[], value: string): boolean => list.includes(value);
