import type { PublicGrant } from './public-grant.js';

/** What staff can keep from the public of a grant that is otherwise published. */
export const WITHHELD_KINDS = ['title', 'plan', 'result', 'photograph'] as const;
export type WithheldKind = (typeof WITHHELD_KINDS)[number];

export const WITHHELD_KIND_LABELS: Readonly<Record<WithheldKind, string>> = {
  title: '事業名',
  plan: '団体の計画',
  result: '団体の報告',
  photograph: '写真',
};

/** One thing on the page of a grant. */
export interface PublicItem {
  readonly kind: WithheldKind;
  /** The question of an answer; the hash of a photograph as it was sent; blank for the title. */
  readonly item: string;
}

/** A decision not to show something; it stands until somebody shows it again. */
export interface Withholding extends PublicItem {
  readonly id: string;
  readonly grantId: string;
  /** What staff call it: never the words that are withheld. */
  readonly label: string;
  readonly reason: string;
  readonly withheldAt: Date;
  readonly withheldBy: string;
  readonly shownAgainAt: Date | null;
  readonly shownAgainBy: string | null;
}

/** An item as staff choose it: named, and as residents see it. */
export interface ShownItem extends PublicItem {
  readonly label: string;
  /** The words; of a photograph its description. */
  readonly text: string;
}

/** Everything on the page of a grant that can be withheld on its own, in the order of the page. */
export const itemsOf = ({ title, plan, results, photographs }: PublicGrant): ShownItem[] => [
  ...(title === '' ? [] : [{ kind: 'title' as const, item: '', label: WITHHELD_KIND_LABELS.title, text: title }]),
  ...plan.map(({ question, label, text }) => ({ kind: 'plan' as const, item: question, label, text })),
  ...results.map(({ question, label, text }) => ({ kind: 'result' as const, item: question, label, text })),
  ...photographs.map(({ original, caption }, index) => ({
    ...{ kind: 'photograph' as const, item: original },
    ...{ label: `写真${String(index + 1)}`, text: caption },
  })),
];

/** The grant as everyone may see it. */
export function withoutWithheld(grant: PublicGrant, withheld: readonly PublicItem[]): PublicGrant {
  const stays = (kind: WithheldKind, item: string): boolean =>
    !withheld.some((each) => each.kind === kind && each.item === item);
  return {
    ...grant,
    title: stays('title', '') ? grant.title : '',
    plan: grant.plan.filter(({ question }) => stays('plan', question)),
    results: grant.results.filter(({ question }) => stays('result', question)),
    photographs: grant.photographs.filter(({ original }) => stays('photograph', original)),
  };
}
