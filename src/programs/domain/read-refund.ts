import {
  CLAIM_CLASSES,
  percentRatio,
  REFUND_PARTS,
  YEAR_COUNTS,
  type ChargeTerms,
  type RefundPart,
  type RefundTerms,
} from '../../kernel/refund-terms.js';
import type { DocumentReader } from '../../forms/index.js';

const MOST_LEAST = 100_000;

/** How a programme takes money back; every fault at its place below `refund`. */
export function readRefund(reader: DocumentReader): RefundTerms {
  return {
    article: reader.optionalText('article', '返還の条', 60),
    days: reader.whole('days', '返還の期限の日数', 1, 366),
    claimClass: reader.choice('claimClass', '債権の種類', CLAIM_CLASSES),
    addition: readCharge(reader, 'addition', '加算金'),
    lateCharge: readCharge(reader, 'lateCharge', '延滞金'),
    allocation: readAllocation(reader),
    payAt: reader.optionalText('payAt', '納める場所', 120),
    formLabel: reader.optionalText('formLabel', '返還命令書の様式番号', 60) || null,
  };
}

/** Without an article there is no charge, whatever else is filled in. */
function readCharge(refund: DocumentReader, field: string, name: string): ChargeTerms | null {
  const reader = refund.within(field);
  const article = reader.optionalText('article', `${name}の根拠`, 60);
  if (article === '') return null;
  return {
    article,
    percent: readPercent(reader, `${name}の年率`),
    yearCount: reader.choice('yearCount', `${name}の年の日数`, YEAR_COUNTS),
    baseUnit: reader.whole('baseUnit', `${name}の計算のもとの端数`, 1, 10_000),
    unit: reader.whole('unit', `${name}の端数`, 1, 10_000),
    least: reader.whole('least', `${name}をとらない額`, 0, MOST_LEAST),
  };
}

function readPercent(reader: DocumentReader, label: string): string {
  const typed = reader
    .text('percent', label, 10)
    .normalize('NFKC')
    .replace(/[%％]$/, '');
  try {
    percentRatio(typed);
    return typed;
  } catch {
    if (typed !== '') reader.fault('percent', 'programs.not-a-percentage', { label });
    return '0';
  }
}

/** Each part once, in any order. */
function readAllocation(reader: DocumentReader): readonly RefundPart[] {
  const label = '一部の支払をあてる順';
  const parts = reader.sentences('allocation', label).flatMap((typed) => REFUND_PARTS.filter((part) => part === typed));
  if (new Set(parts).size === REFUND_PARTS.length && parts.length === REFUND_PARTS.length) return parts;
  reader.fault('allocation', 'forms.not-chosen', { label });
  return REFUND_PARTS;
}
