import { fieldsOf, pointField } from '../../applications/index.js';
import { type Fields } from '../../forms/index.js';
import {
  ACCOUNT,
  ACCOUNT_SIDES,
  CARRY_OVER,
  isReceiptSection,
  PHOTOS,
  RECEIPT_FIELDS,
  writeAccountLine,
  type PreparedReport,
  type TypedAccountLine,
} from '../../performance-reports/index.js';
import { recordAt, typedRows, typedTexts } from '../shared/typed-records.js';
import { reportFormSection } from './report-words.js';
import { typedSection } from './typed-section.js';

/** What the page of a section holds, as the fields under which it is kept; null for a section that the report has not. */
export function typedReportFields(draft: PreparedReport, name: string, body: unknown): Fields | null {
  if (!draft.sections.has(name)) return null;
  const section = reportFormSection(draft.asked, name);
  if (section) return fieldsOf(typedSection(section, body));
  return new Map([...ownFields(draft, name, body), ...pointAnswers(body)]);
}

function ownFields(draft: PreparedReport, name: string, body: unknown): [string, string][] {
  if (name === ACCOUNT) return accountFields(draft, body);
  const texts = name === PHOTOS ? typedTexts(body, PHOTOS) : receiptTexts(name, body);
  return Object.entries(texts).filter(([, text]) => text.trim() !== '');
}

function receiptTexts(name: string, body: unknown): Record<string, string> {
  if (!isReceiptSection(name)) return {};
  const texts = typedTexts(recordAt(body, 'receipts'), name);
  return Object.fromEntries(RECEIPT_FIELDS.map((field) => [field, texts[field] ?? '']));
}

/** What stands as the plan says, or stands nowhere, is the same as nothing typed. */
const accountFields = ({ plan }: PreparedReport, body: unknown): [string, string][] =>
  typedRows(body, ACCOUNT).flatMap(([id, { side: typedSide, category = '', remark = '', amount = '' }]) => {
    const side = ACCOUNT_SIDES.find((known) => known === typedSide);
    if (!side) return [];
    const line: TypedAccountLine = { id, side, category, remark, amount };
    const planned = plan.find((each) => each.id === id);
    const given = planned || id === CARRY_OVER ? [amount] : [category, amount, remark];
    const untouched = given.every((text) => text.trim() === '') && (!planned || remark === planned.remark);
    return untouched ? [] : [[id, writeAccountLine(line)]];
  });

const pointAnswers = (body: unknown): [string, string][] =>
  Object.entries(typedTexts(body, 'pointAnswers'))
    .filter(([, text]) => text.trim() !== '')
    .map(([id, text]) => [pointField(id), text]);
