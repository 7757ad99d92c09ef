import { Injectable } from '@nestjs/common';
import { GrantDirectory, LetterFrames, type GrantView } from '../../grants/index.js';
import { fiscalYearOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { REFUND_PART_LABELS, REFUND_PARTS, type RefundPart } from '../../kernel/refund-terms.js';
import { formatYen, sumYen, type Yen } from '../../kernel/yen.js';
import {
  LetterTemplates,
  type Letter,
  type LetterBlock,
  type SuccessionEffect,
  type TemplateData,
} from '../../notices/index.js';
import { letterOf, type LetterName, type RefundWords } from '../../programs/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { CAUSE_LABELS, demandNumber, type RepaymentDemand } from '../domain/demand.js';
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

/** The slip for these parts: only the money itself can go back to its line, and only by 出納閉鎖. */
export function slipFor(
  demand: Pick<RepaymentDemand, 'cause' | 'fiscalYear'>,
  amounts: Readonly<Partial<Record<RefundPart, Yen>>>,
  payBy: LocalDate,
): Slip {
  const rows = REFUND_PARTS.flatMap((part) => {
    const amount = amounts[part];
    return amount !== undefined && amount > 0n ? [{ part, amount }] : [];
  });
  const onlyPrincipal = rows.every(({ part }) => part === 'principal');
  const toLine = onlyPrincipal && bookingOf(demand, payBy) === 'returned-to-line';
  return { title: toLine ? '返納通知書' : '納入通知書', rows, payBy };
}

/** Composes every letter of a demand: the order or the notice, slips, 督促状, and what follows an act. */
@Injectable()
export class DemandLetter {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly frames: LetterFrames,
    private readonly templates: LetterTemplates,
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
    const words = { ...wordsOf(demand, grant), ...told.words };
    const name = WORDED[told.kind];
    const form = name ? letterOf(grant.document, name) : { template: told.kind, wording: null };
    const { blocks, ...worded } = await this.templates.render(tx, form, words);
    return {
      letter: {
        ...worded,
        blocks: [
          ...blocks,
          ...(told.slips ?? []).flatMap((slip) =>
            slipBlocks(demand, slip, {
              annexed: told.kind !== SLIP_KIND,
              addressee: frame.addressee,
              sender: frame.sender,
            }),
          ),
        ],
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

const wordsOf = (demand: RepaymentDemand, grant: GrantView): RefundWords => ({
  program: demand.programName.replace(/\s+/g, ''),
  organization: demand.organizationName,
  number: demandNumber(demand),
  cause: demand.note === '' ? CAUSE_LABELS[demand.cause] : `${CAUSE_LABELS[demand.cause]}（${demand.note}）`,
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

interface SlipFrame extends Pick<Letter, 'addressee' | 'sender'> {
  /** On a page of its own behind another letter. */
  readonly annexed: boolean;
}

/** What a bank's counter needs: who pays what, by when, into which year, and who asks for it. */
function slipBlocks(
  demand: RepaymentDemand,
  { title, rows, payBy }: Slip,
  { annexed, addressee, sender }: SlipFrame,
): LetterBlock[] {
  const year =
    title === '返納通知書'
      ? `${formatFiscalYear(demand.fiscalYear)}（支払った予算科目への戻入）`
      : `${formatFiscalYear(fiscalYearOf(payBy))}（歳入）`;
  return [
    ...(annexed ? [{ kind: 'annex', title } as const] : []),
    {
      kind: 'table',
      caption: `${demandNumber(demand)}　${demand.organizationName}`,
      columns: [
        { label: '区分', align: 'start' },
        { label: '金額', align: 'end' },
      ],
      rows: rows.map(({ part, amount }) => [REFUND_PART_LABELS[part], formatYen(amount)]),
      totals: ['納める額', formatYen(sumYen(rows.map(({ amount }) => amount)))],
    },
    {
      kind: 'items',
      items: [
        { label: '納める人', text: [addressee.organization, addressee.person].filter(Boolean).join('　') },
        { label: '年度', text: year },
        { label: '納める期限', text: formatEra(payBy) },
        ...(demand.terms.payAt === '' ? [] : [{ label: '納める場所', text: demand.terms.payAt }]),
        { label: '発行者', text: `${sender.title}　${sender.name}` },
        { label: '領収日付印', text: '（金融機関が押します）' },
      ],
    },
  ];
}
