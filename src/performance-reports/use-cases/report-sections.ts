import type { ReportForm } from '../../programs/index.js';

/** The sections beside those of the programme's own questions. */
export const ACCOUNT = 'account';
export const RECEIPTS = 'receipts';
export const PHOTOS = 'photos';

/** Names the section of one receipt, and the field of one picture's caption. */
export const RECEIPT_PREFIX = 'receipt-';
export const PHOTO_PREFIX = 'photo-';

/** The field of the tick by which the organisation lets a picture be published. */
export const consentField = (photograph: string): string => `${photograph}-public`;

/** The sections in the order in which they are filled in. */
export const journeyOf = ({ form, receipts }: Pick<ReportForm, 'form' | 'receipts'>): string[] => [
  ...form.map(({ id }) => id),
  ACCOUNT,
  ...(receipts ? [RECEIPTS] : []),
  PHOTOS,
];

/** The section to which a place belongs: `form.done`, `account.l1.amount`, `receipts.receipt-1f.payee`, `photos.photo-2a`. */
export function sectionOf({ form }: Pick<ReportForm, 'form'>, pointer: string): string {
  const [first = '', second = ''] = pointer.split('.');
  if (first === ACCOUNT || first === PHOTOS) return first;
  if (first === RECEIPTS) return second.startsWith(RECEIPT_PREFIX) ? second : RECEIPTS;
  return form.find(({ questions }) => questions.some(({ id }) => id === second))?.id ?? ACCOUNT;
}

/** The place of a section's field in the words of faults. */
export function pointerOf(name: string, field: string): string {
  if (field.startsWith('point:')) return `pointAnswers.${field.slice('point:'.length)}`;
  if (name === ACCOUNT || name === PHOTOS) return `${name}.${field}`;
  if (name.startsWith(RECEIPT_PREFIX)) return `${RECEIPTS}.${name}.${field}`;
  return `form.${field.split('~').join('.')}`;
}
