/** What is decided; open text in a town's tables, so that a table outlives a word that the programme no longer uses. */
export type Act = string;

/** What the house knows of an act besides the route that a town's table gives it. */
interface ActDefinition {
  readonly label: string;
  /** Without a rule for it no table is published: no grant could be carried to its end. */
  readonly required?: true;
  /** A stage registers an `ApprovalSubject` of this kind; without one the house does not start. */
  readonly drafted?: true;
  /** Nothing is spent by it: one route for all of its cases, and no figures on its draft. */
  readonly withoutAmount?: true;
  /** 重要: a draft of it always bars 代決, whatever its drafter ticks. */
  readonly important?: true;
}

/**
 * Everything that can be decided by a draft, in the order of the administrator's form; the one place to add an act. Its key
 * is the act of the authority table, the kind of its subject and the kind of its drafts.
 */
const ACTS = {
  'grant-decision': { label: '交付決定', required: true, drafted: true },
  'payment-order': { label: '支出命令', required: true, drafted: true },
  amendment: { label: '変更交付決定', drafted: true },
  discontinuation: { label: '中止・廃止の承認', drafted: true },
  revocation: { label: '交付決定の取消し', drafted: true, important: true },
  'minor-change': { label: '軽微な変更の届の受理', drafted: true, withoutAmount: true },
  'progress-report': { label: '状況報告の確認', drafted: true, withoutAmount: true },
  'accident-report': { label: '事故報告への指示', drafted: true, withoutAmount: true },
  'amount-determination': { label: '額の確定', drafted: true },
  'repayment-demand': { label: '返還命令・返還通知', drafted: true },
  'repayment-dunning': { label: '返還金の督促', drafted: true },
  'repayment-relief': { label: '返還金の履行延期・免除・権利放棄・不納欠損', drafted: true, important: true },
  'property-disposal': { label: '財産処分の承認', drafted: true, withoutAmount: true },
  'project-direction': { label: 'モデル事業の今後の方向性', drafted: true, withoutAmount: true },
  'proposal-adoption': { label: '企画提案の採択', drafted: true },
  'organization-registration': { label: '団体の登録', drafted: true, withoutAmount: true },
  'representative-change': { label: '代表者の変更', drafted: true, withoutAmount: true },
  'account-change': { label: '口座の変更', drafted: true, withoutAmount: true },
  'program-publication': { label: '補助制度の公開', drafted: true, withoutAmount: true },
  // Two acts for what residents are answered: the result of a consultation is the town's word on a rule, a letter's answer is
  // one person's matter, and towns route them differently.
  'public-answer': { label: '意見募集の結果', drafted: true, withoutAmount: true },
  'mayor-letter-answer': { label: '首長への手紙への回答', drafted: true, withoutAmount: true },
} as const satisfies Readonly<Record<string, ActDefinition>>;

const DEFINITIONS: ReadonlyMap<Act, ActDefinition> = new Map(Object.entries(ACTS));

const actsWith = (flag: 'required' | 'drafted'): readonly Act[] =>
  [...DEFINITIONS].filter(([, definition]) => definition[flag]).map(([act]) => act);

/** Acts without which no grant can be carried to its end. */
export const REQUIRED_ACTS = actsWith('required');

/** Acts that are decided by drafts: for each of them a subject must be registered. */
export const DRAFTED_ACTS = actsWith('drafted');

/** Acts that a table may rule. */
export const KNOWN_ACTS: readonly Act[] = [...DEFINITIONS.keys()];

/** The act as tables, drafts and refusals name it; an act of the town's own is named by itself. */
export const actLabel = (act: Act): string => DEFINITIONS.get(act)?.label ?? act;

/** Whether its cases have an amount, by which the table may give them different routes. */
export const hasAmount = (act: Act): boolean => !DEFINITIONS.get(act)?.withoutAmount;

/** Whether its drafts always bar 代決. */
export const isImportant = (act: Act): boolean => DEFINITIONS.get(act)?.important ?? false;
