import { DomainError } from '../../kernel/domain-error.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Yen } from '../../kernel/yen.js';
import type { Json } from './canonical-json.js';

/** 予算科目 as it stands now, in yen. */
export interface PresentedBudget {
  readonly lineName: string;
  /** 予算現額: 当初 with 補正 and 流用. */
  readonly ceiling: Yen;
  /** 配当額, zero where the town does not allot. */
  readonly allotted: Yen;
  readonly reserved: Yen;
  readonly committed: Yen;
  readonly paid: Yen;
  /** 戻入額: of what was paid, what came back to the line and may be used again. */
  readonly returned: Yen;
  readonly available: Yen;
}

/** One thing that the decision changes, in words. */
export interface PresentedChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A case as its stage presents it to drafter and approvers. Everything an approver sees comes from here. */
export interface PresentedSubject {
  readonly title: string;
  readonly organizationId: string | null;
  readonly organizationName: string;
  readonly amount: Yen;
  /** The amount by which the authority table is asked, where it is another: a refusal gives nothing of what was asked for. */
  readonly routeAmount?: Yen;
  /** What is decided, e.g. 交付; where it is not plain from the kind of draft. */
  readonly outcome?: string;
  /** The articles it rests on. */
  readonly basis: string;
  readonly working: StoredWorking | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What it changes, shown side by side, where it changes something that stands. */
  readonly changes?: readonly PresentedChange[];
  /** Earlier decisions and documents on the same subject. */
  readonly earlier: readonly { readonly label: string; readonly href?: string }[];
  /** Its figures move with every other draft and are no part of what is approved. */
  readonly budget: PresentedBudget | null;
  /** 職員 tied to the organisation (its officer, same household, or self-declared): they approve nothing of it. */
  readonly tiedStaffIds: readonly string[];
}

/** 別表 of a draft: a table on which several of its cases rest. Their facts name it, so that it is approved with them. */
export interface PresentedTable {
  readonly title: string;
  /** What stands above it. */
  readonly head: readonly { readonly label: string; readonly value: string }[];
  readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end' }[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[];
  /** Where it stands whole. */
  readonly href: string;
}

/** What is approved: the part of a presented case that the digest covers, as it is kept for good. */
export interface ShownContent {
  readonly draft: { readonly number: string; readonly title: string; readonly reason: string };
  readonly case: {
    readonly title: string;
    readonly organizationId: string | null;
    readonly organizationName: string;
    readonly amount: string;
    readonly outcome: string | null;
    readonly basis: string;
    readonly budgetLine: string | null;
    readonly working: StoredWorking | null;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
    /** Left out where nothing changes, as it was before there were any: a digest stays what it was. */
    readonly changes?: readonly PresentedChange[];
    readonly earlier: readonly string[];
  };
}

export function shownContent(draft: ShownContent['draft'], presented: PresentedSubject): ShownContent {
  return {
    draft: { number: draft.number, title: draft.title, reason: draft.reason },
    case: {
      title: presented.title,
      organizationId: presented.organizationId,
      organizationName: presented.organizationName,
      amount: presented.amount.toString(),
      outcome: presented.outcome ?? null,
      basis: presented.basis,
      budgetLine: presented.budget?.lineName ?? null,
      working: presented.working && {
        lines: presented.working.lines.map(({ label, article, formula, yen }) => ({ label, article, formula, yen })),
        total: presented.working.total,
      },
      facts: presented.facts.map(({ label, value }) => ({ label, value })),
      ...(presented.changes && {
        changes: presented.changes.map(({ label, before, after }) => ({ label, before, after })),
      }),
      earlier: presented.earlier.map(({ label }) => label),
    },
  };
}

/** A content is JSON by construction; the interface only lacks the index signature. */
export const asJson = (content: ShownContent): Json => content as unknown as Json;

/** A case as it stands now, beside the digest that was drafted. */
export interface CaseNow {
  readonly itemId: string;
  readonly title: string;
  readonly amount: Yen;
  readonly draftedDigest: string;
  readonly digest: string;
  readonly organizationName: string;
  readonly tiedStaffIds: readonly string[];
}

/**
 * What is approved is exactly what was drafted and what was shown. Throws `approvals.changed-since-shown` when the page was
 * older than the case, `approvals.changed-since-drafted` when only a resubmission can bring draft and case together.
 */
export function refuseUnlessAsShown(cases: readonly CaseNow[], shownDigests: Readonly<Record<string, string>>): void {
  const unseen = cases.filter(({ itemId, digest }) => shownDigests[itemId] !== digest);
  if (unseen.length > 0) throw new DomainError('approvals.changed-since-shown', 'stale', { cases: titlesOf(unseen) });
  const changed = cases.filter(({ digest, draftedDigest }) => digest !== draftedDigest);
  if (changed.length > 0)
    throw new DomainError('approvals.changed-since-drafted', 'conflict', { cases: titlesOf(changed) });
}

/** One tied case is enough: a joint draft is approved as a whole. */
export function refuseTied(cases: readonly CaseNow[], staffId: string): void {
  const tied = cases.find(({ tiedStaffIds }) => tiedStaffIds.includes(staffId));
  if (tied) throw new DomainError('approvals.tied', 'forbidden', { organization: tied.organizationName });
}

const titlesOf = (cases: readonly CaseNow[]): string => {
  const named = cases
    .slice(0, 3)
    .map(({ title }) => `「${title}」`)
    .join('');
  return cases.length > 3 ? `${named}ほか${String(cases.length - 3)}件` : named;
};
