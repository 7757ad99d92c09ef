import { formatDeadline, type Deadline } from '../../kernel/deadline.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { panelAnswer, type PanelFacts } from './panel-answer.js';
import { startAnswer, type StartFacts } from './prior-start.js';
import { inquiryAnswer, type Inquiry } from './inquiry.js';
import { sameCostAnswer, type SameCostFacts } from './same-cost.js';
import { formatYen, type Yen } from '../../kernel/yen.js';

/** What the automatic items look at; gathered by the use case. */
export interface CheckedFacts {
  readonly receivedOn: LocalDate;
  readonly submittedOn: LocalDate;
  readonly opens: LocalDate;
  readonly closes: Deadline;
  readonly extended: boolean;
  /** 期限後の受付, when it was taken by such an act. */
  readonly late: { readonly reason: string; readonly allowedBy: string; readonly allowedOn: LocalDate } | null;
  readonly registered: boolean;
  readonly representative: {
    readonly name: string;
    readonly termFrom: LocalDate | null;
    readonly termUntil: LocalDate | null;
  } | null;
  readonly income: Yen;
  readonly expenditure: Yen;
  readonly declared: number;
  readonly declarationsAsked: number;
  readonly inquiry: Inquiry | null;
  readonly start: StartFacts;
  /** Which of the organisation's applications of the year it is, in the order of reception: a later one takes nothing from it. */
  readonly orderInYear: number;
  readonly perYear: { readonly most: number; readonly article: string } | null;
  /** null where the programme asks for no panel. */
  readonly panel: PanelFacts | null;
  /** null where the checklist does not ask. */
  readonly sameCost: SameCostFacts | null;
}

export interface AutomaticAnswer {
  readonly fulfilled: boolean;
  /** The reason in one sentence, for the page and the record. */
  readonly why: string;
}

/** An item of a programme's checklist, as far as it is answered here. */
export interface ChecklistEntry {
  readonly id: string;
  readonly text: string;
  readonly article: string;
  readonly automatic: keyof typeof automaticChecks | null;
}

/** Every check that a programme may name answers itself here; a name without a check does not compile at the caller. */
export const automaticChecks = {
  'within-period': periodAnswer,
  'organization-registered': ({ registered }) => ({
    fulfilled: registered,
    why: registered ? '団体の登録は済んでいます。' : '団体の登録が済んでいません。',
  }),
  'officer-term-valid': ({ representative, submittedOn }) => termAnswer(representative, submittedOn),
  'budget-balances': ({ income, expenditure }) => ({
    fulfilled: income === expenditure && expenditure > 0n,
    why: `収入合計は${formatYen(income)}、支出合計は${formatYen(expenditure)}です。`,
  }),
  'declarations-given': ({ declared, declarationsAsked }) => ({
    fulfilled: declared === declarationsAsked,
    why: `${String(declarationsAsked)}項目のうち${String(declared)}項目に同意しています。`,
  }),
  'pledge-inquiry': ({ inquiry }) => inquiryAnswer(inquiry),
  'start-allowed': ({ start }) => startAnswer(start),
  'over-yearly-count': countAnswer,
  'panel-result': ({ panel }) => panelAnswer(panel),
  'same-cost': ({ sameCost }) =>
    sameCost ? sameCostAnswer(sameCost) : { fulfilled: true, why: 'この補助制度では確かめていません。' },
} as const satisfies Record<string, (facts: CheckedFacts) => AutomaticAnswer>;

function periodAnswer({ receivedOn, opens, closes, extended, late }: CheckedFacts): AutomaticAnswer {
  const received = `${formatEra(receivedOn)}に受け付けました。`;
  const until = closes.time === null ? formatEra(closes.day) : formatDeadline(closes);
  const period = `受付期間は${formatEra(opens)}から${until}まで${extended ? '（延長後）' : ''}です。`;
  if (late === null) {
    return { fulfilled: opens <= receivedOn && receivedOn <= closes.day, why: received + period };
  }
  const { allowedOn, allowedBy, reason } = late;
  const allowed = `期限後の受付を認めました（${formatEra(allowedOn)}、${allowedBy}さん。理由：${reason}）。`;
  return { fulfilled: true, why: allowed + received + period };
}

function countAnswer({ orderInYear, perYear }: CheckedFacts): AutomaticAnswer {
  const sent = `この年度に受け付けた${String(orderInYear)}件目の申請です。`;
  if (perYear === null) return { fulfilled: true, why: `${sent}件数の定めはありません。` };
  const limit = `1つの団体が申請できるのは${String(perYear.most)}件までです。`;
  return { fulfilled: orderInYear <= perYear.most, why: sent + limit };
}

function termAnswer(representative: CheckedFacts['representative'], day: LocalDate): AutomaticAnswer {
  if (!representative) return { fulfilled: false, why: '代表者が登録されていません。' };
  const { name, termFrom, termUntil } = representative;
  if (!termFrom || !termUntil) return { fulfilled: false, why: `${name}さんの任期が登録されていません。` };
  return {
    fulfilled: termFrom <= day && day <= termUntil,
    why: `${name}さんの任期は${formatEra(termFrom)}から${formatEra(termUntil)}まで、提出は${formatEra(day)}です。`,
  };
}
