import { refundTermsOf, type ProgramDocument } from '../../programs/index.js';
import { recordAt } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import type { Loose } from './typed-program.js';

/** What the page of the refunds sends: the order of a payment in part is one choice of all orders. */
export function typedRefund(_: ProgramDocument, body: unknown): Loose {
  const refund = recordAt(body, 'refund');
  return { refund: { ...refund, allocation: typedText(refund, 'allocation').split(',') } };
}

/** The stored terms as their page is filled from them. */
export const refundInRows = (document: ProgramDocument): Loose => ({ ...refundTermsOf(document) });
