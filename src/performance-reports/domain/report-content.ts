import type { StoredWorking } from '../../kernel/working.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen, yen } from '../../kernel/yen.js';
import { CARRY_OVER, GRANT_LINE } from './account.js';
import type { Place } from './point.js';
import type { AccountLine } from './read-account.js';
import type { Receipt } from './receipt.js';

/** An answer as it was shown; its shape is that of the applications, whose questions these are. */
export interface ReportAnswer {
  readonly id: string;
  readonly section: string;
  readonly sectionTitle: string;
  readonly label: string;
  readonly kind: string;
  readonly text: string;
}

/** A file of a report, under what it belongs to: a question, a receipt, or a picture's caption. */
export interface ReportFile {
  readonly kind: string;
  readonly label: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Photograph {
  readonly id: string;
  readonly caption: string;
  readonly sha256: string;
  /** The organisation says that the town may publish it; left out: it may not. */
  readonly publishable?: boolean;
}

/** Everything that was sent, in words: it can be read without the programme that asked for it. */
export interface ReportContent<Answer extends ReportAnswer = ReportAnswer> {
  readonly answers: readonly Answer[];
  readonly account: readonly AccountLine[];
  readonly receipts: readonly Receipt[];
  readonly photographs: readonly Photograph[];
  readonly files: readonly ReportFile[];
  /** What would be determined if every cost were accepted. */
  readonly working: StoredWorking;
}

/** One sending of a report; a correction makes the next round. What was sent never changes. */
export interface ReportSubmission {
  readonly id: string;
  readonly reportId: string;
  readonly round: number;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly content: ReportContent;
}

/** The places of a report that can be pointed at, each with what stands there, in reading order. */
export const placesOf = ({ answers, account, receipts, photographs }: Omit<ReportContent, 'working'>): Place[] => [
  ...answers.map(({ id, label, text }) => ({ pointer: `form.${id}`, label, text })),
  ...account
    .filter(({ id }) => id !== GRANT_LINE)
    .map(({ id, side, label, remark, amount }) => ({
      pointer: `account.${id}`,
      label: `${side === 'income' ? '収入' : '支出'}：${label}`,
      text: [formatYen(yen(amount)), remark].filter((part) => part !== '').join('　'),
    })),
  { pointer: 'account.whole', label: '収支決算書の全体', text: '' },
  ...receipts.map((receipt) => ({
    pointer: `receipts.${receipt.id}`,
    label: `領収書：${receipt.payee}`,
    text: receiptInWords(receipt, account),
  })),
  { pointer: 'receipts.whole', label: '領収書の全体', text: '' },
  ...photographs.map(({ id, caption }, index) => ({
    pointer: `photos.${id}`,
    label: `写真${String(index + 1)}`,
    text: caption,
  })),
  { pointer: 'photos.whole', label: '写真の全体', text: '' },
];

/** `令和8年10月3日　見本商店　12,000円（防災用品、消耗品費）`. */
export function receiptInWords(receipt: Receipt, account: readonly AccountLine[]): string {
  const line = account.find(({ id }) => id === receipt.line);
  const about = [receipt.purpose, line?.label ?? ''].filter((part) => part !== '').join('、');
  return `${formatEra(receipt.paidOn)}　${receipt.payee}　${formatYen(yen(receipt.amount))}（${about}）`;
}

/** The expenditures whose receipts do not add up to them; what is kept for the next year has none. */
export const unprovenLines = (
  account: readonly AccountLine[],
  receipts: readonly Pick<Receipt, 'line' | 'amount'>[],
): { readonly line: AccountLine; readonly proven: bigint }[] =>
  account
    .filter(({ side, id, amount }) => side === 'expenditure' && id !== CARRY_OVER && amount !== '0')
    .map((line) => ({
      line,
      proven: receipts.filter((each) => each.line === line.id).reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    }))
    .filter(({ line, proven }) => proven !== BigInt(line.amount));
