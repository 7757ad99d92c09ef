import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { GrantChanges, type ChangeKind } from '../../grant-changes/index.js';
import { GrantDirectory, LetterFrames, type GrantView } from '../../grants/index.js';
import { fiscalYearOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { REFUND_PART_LABELS, type RefundPart } from '../../kernel/refund-terms.js';
import { formatYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { Municipalities, type RevenueSubjects } from '../../municipalities/index.js';
import {
  LetterTemplates,
  type Letter,
  type LetterBlock,
  type SuccessionEffect,
  type TemplateData,
} from '../../notices/index.js';
import type { OrganizationFrame } from '../../organizations/index.js';
import { letterOf, type LetterName, type RefundWords } from '../../programs/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { CHARGE_PARTS, type PlannedPart, type Standing } from '../domain/account.js';
import { CAUSE_LABELS, demandNumber, type RepaymentDemand } from '../domain/demand.js';
import { SUBJECT_OF } from '../domain/revenue.js';
import { bookingOf } from './booking-of.js';

export const DEMAND_SUBJECT = 'repayment-demand';

/** A letter ready to be issued, and what its delivery depends on. */
export interface ComposedLetter {
  readonly letter: Letter;
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

/** 返納通知書 of money for its line, 納入通知書 of revenue: what the payer takes to the bank. */
export interface Slip {
  readonly title: '返納通知書' | '納入通知書';
  readonly rows: readonly { readonly part: RefundPart; readonly amount: Yen }[];
  readonly payBy: LocalDate;
}

/** What a letter of the demand does to those before it: what is to be paid, and until when, stands in the newest. */
export const succeeding = (demand: Pick<RepaymentDemand, 'id'>, effect: SuccessionEffect = 'changed') => ({
  succeeds: { subjectIds: [demand.id], effect },
});

/** The slip for the money itself: it goes back to its line only by 出納閉鎖, later it is revenue. */
export function slipFor(demand: Pick<RepaymentDemand, 'cause' | 'fiscalYear'>, amount: Yen, payBy: LocalDate): Slip {
  const toLine = bookingOf(demand, payBy) === 'returned-to-line';
  return { title: toLine ? '返納通知書' : '納入通知書', rows: [{ part: 'principal', amount }], payBy };
}

/** The slip for 加算金 and 延滞金, which are revenue: once the money itself is back nothing of them grows any more. */
export const chargesSlip = ({ parts }: Standing, payBy: LocalDate): Slip => ({
  title: '納入通知書',
  rows: CHARGE_PARTS.flatMap((part) => (parts[part].open > 0n ? [{ part, amount: parts[part].open }] : [])),
  payBy,
});

/** A slip for each part of a plan: of the money itself, or once it is back of 加算金 and then 延滞金. */
export function planSlips(
  demand: Pick<RepaymentDemand, 'cause' | 'fiscalYear'>,
  { parts }: Standing,
  planned: readonly PlannedPart[],
): Slip[] {
  if (parts.principal.open > 0n) return planned.map(({ dueOn, amount }) => slipFor(demand, amount, dueOn));
  const left = new Map(CHARGE_PARTS.map((part) => [part, parts[part].open]));
  return planned.map(({ dueOn, amount }): Slip => {
    let asked = amount;
    const rows = CHARGE_PARTS.flatMap((part) => {
      const open = left.get(part) ?? ZERO_YEN;
      const taken = open < asked ? open : asked;
      left.set(part, subtractYen(open, taken));
      asked = subtractYen(asked, taken);
      return taken > 0n ? [{ part, amount: taken }] : [];
    });
    return { title: '納入通知書', rows, payBy: dueOn };
  });
}

/** 返還金 or 加算金・延滞金, as a letter names what it asks for. */
export const owedWords = (rows: Slip['rows']): string => rows.map(({ part }) => REFUND_PART_LABELS[part]).join('・');

/** Composes every letter of a demand: the order or the notice, slips, 督促状, and what follows an act. */
@Injectable()
export class DemandLetter {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly frames: LetterFrames,
    private readonly templates: LetterTemplates,
    private readonly municipalities: Municipalities,
    private readonly ledger: BudgetLedger,
    private readonly changes: GrantChanges,
  ) {}

  /** `kind` is its template as well. Each slip is annexed on a page of its own. */
  async compose(
    tx: Transaction,
    demand: RepaymentDemand,
    told: {
      readonly kind: string;
      readonly words?: TemplateData;
      readonly formLabel?: string | null;
      readonly slips?: readonly Slip[];
    },
  ): Promise<ComposedLetter> {
    const grant = await this.grants.get(tx, demand.grantId);
    const { frame, ...delivery } = await this.frames.of(tx, grant);
    const cause = await this.causeOf(tx, demand);
    const facts = { ...(await this.facts(tx, demand, frame)), cause };
    const words = { ...wordsOf(demand, grant), cause, ...told.words };
    const name = WORDED[told.kind];
    const form = name ? letterOf(grant.document, name) : { template: told.kind, wording: null };
    const { blocks, ...worded } = await this.templates.render(tx, form, words);
    return {
      letter: {
        ...worded,
        blocks: [...blocks, ...(told.slips ?? []).flatMap((slip) => slipBlocks(demand, slip, facts))],
        kind: told.kind,
        formLabel: told.formLabel ?? null,
        numbered: true,
        amount: { label: '返還を求める額', yen: String(demand.amount) },
        ...frame,
        subjectKind: DEMAND_SUBJECT,
        subjectId: demand.id,
        organizationId: demand.organizationId,
      },
      ...delivery,
    };
  }

  /** With the letter by which the grant was changed: `一部取消し（令和9年1月18日付け8小コ第24号）`. */
  private async causeOf(tx: Transaction, demand: RepaymentDemand): Promise<string> {
    if (demand.cause !== 'revocation' && demand.cause !== 'amendment') return causeInWords(demand);
    const change = await this.changes.get(tx, demand.causeId);
    const { issuedOn, letterNumber } = change;
    const cited = issuedOn && letterNumber ? `（${formatEra(issuedOn)}付け${letterNumber}）` : '';
    return `${CHANGES[change.kind](change.whole)}${cited}`;
  }

  private async facts(
    tx: Transaction,
    demand: RepaymentDemand,
    frame: OrganizationFrame['frame'],
  ): Promise<Omit<SlipFacts, 'cause'>> {
    const { revenueSubjects: subjects } = await this.municipalities.of(tx);
    const line = (await this.ledger.allLines(tx)).find(({ id }) => id === demand.budgetLineId);
    const { lines, organization, person, honorific } = frame.addressee;
    return {
      payer: [lines.join('　'), [organization, person].filter((each) => each !== '').join('　') + `　${honorific}`],
      issuer: [frame.sender.title, frame.sender.name].filter((each) => each !== '').join('　'),
      subjects,
      line: line ? `${line.code}　${line.name}` : '',
    };
  }
}

/** What a slip says beside its amounts. */
interface SlipFacts {
  readonly payer: readonly string[];
  readonly issuer: string;
  readonly cause: string;
  readonly subjects: RevenueSubjects;
  /** 歳出科目 that had paid, to which a 返納 goes back. */
  readonly line: string;
}

/** The letters that an edition may word; the slip and the withdrawal are the house's. */
const WORDED: Readonly<Record<string, LetterName>> = {
  'repayment-notice': 'repaymentNotice',
  'repayment-order': 'repaymentOrder',
  'repayment-share': 'repaymentShare',
  'repayment-dunning': 'repaymentDunning',
  'repayment-plan': 'repaymentPlan',
  'repayment-charge-relief': 'chargeRelief',
  'repayment-remission': 'repaymentRemission',
};

/** The slip as a letter of its own, where its first one is out of date. */
export const SLIP_KIND = 'repayment-slip';

/** 納入の通知 of 加算金 and 延滞金 (地方自治法231条), with how they came about. */
export const CHARGES_KIND = 'repayment-charges';

const causeInWords = ({ cause, note }: RepaymentDemand): string =>
  note === '' ? CAUSE_LABELS[cause] : `${CAUSE_LABELS[cause]}（${note}）`;

const CHANGES: Readonly<Record<ChangeKind, (whole: boolean) => string>> = {
  amendment: () => CAUSE_LABELS.amendment,
  discontinuation: () => '事業の中止・廃止の承認',
  revocation: (whole) => (whole ? '交付決定の全部取消し' : '交付決定の一部取消し'),
};

const wordsOf = (demand: RepaymentDemand, grant: GrantView): RefundWords => ({
  program: inOnePiece(demand),
  organization: demand.organizationName,
  number: demandNumber(demand),
  cause: causeInWords(demand),
  note: demand.note,
  decidedOn: grant.issuedOn ?? demand.openedOn,
  decisionNumber: grant.letterNumber ?? '',
  article: demand.terms.article,
  amount: String(demand.amount),
  fault: demand.recipientAtFault && demand.terms.addition !== null,
  additionArticle: demand.terms.addition?.article ?? '',
  additionPercent: demand.terms.addition?.percent ?? '',
  late: demand.terms.lateCharge !== null,
  lateArticle: demand.terms.lateCharge?.article ?? '',
  latePercent: demand.terms.lateCharge?.percent ?? '',
  payAt: demand.terms.payAt,
});

/** Kept by the payer, sent to the town, kept by the bank. */
const PARTS = [
  { name: '領収証書', keptBy: '納めた人の控え' },
  { name: '領収済通知書', keptBy: '金融機関から会計管理者へ' },
  { name: '原符', keptBy: '金融機関の控え' },
] as const;

/** What 地方自治法施行令154条3項 asks of a 納入通知書, and who pays and who asks; a 返納通知書 says the same of its line. */
function slipBlocks(demand: RepaymentDemand, { title, rows, payBy }: Slip, facts: SlipFacts): LetterBlock[] {
  const toLine = title === '返納通知書';
  const year = toLine ? demand.fiscalYear : fiscalYearOf(payBy);
  const subjects = toLine
    ? [facts.line]
    : rows.map(({ part }) => {
        const { code, name } = facts.subjects[SUBJECT_OF[part]];
        return `${code}　${name}`;
      });
  const many = rows.length > 1;
  const amounts = rows.map(({ part, amount }) => `${REFUND_PART_LABELS[part]}${formatYen(amount)}`).join('、');
  return [
    { kind: 'annex', title: `別紙　${title}` },
    {
      kind: 'slip',
      title,
      parts: PARTS,
      stamp: '領収日付印',
      rows: [
        { label: '所属年度・会計', text: `${formatFiscalYear(year)}　${facts.subjects.account}` },
        { label: toLine ? '歳出科目' : '歳入科目', text: subjects.join('\n') },
        { label: '返還番号', text: demandNumber(demand) },
        { label: '納める人', text: facts.payer.join('\n') },
        { label: '納める額', text: formatYen(sumYen(rows.map(({ amount }) => amount))), strong: true },
        { label: '事由', text: `${inOnePiece(demand)}　${facts.cause}　${many ? amounts : owedWords(rows)}` },
        { label: '納める期限', text: formatEra(payBy) },
        { label: '納める場所', text: demand.terms.payAt === '' ? '会計の窓口' : demand.terms.payAt },
        { label: '発行者', text: facts.issuer },
      ],
    },
  ];
}

const inOnePiece = ({ programName }: RepaymentDemand): string => programName.replace(/\s+/g, '');
