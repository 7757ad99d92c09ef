import { placeOf } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isReceiptSection, PHOTOS } from '../../performance-reports/index.js';

/** The place of a report to which an upload belongs: `form[<question>]`, `receipts[<receipt>][file]` or `photos`. */
export function reportPlaceOf(field: string): string {
  const place = /^(?:form\[([a-z0-9-]+)\]|receipts\[(receipt-[0-9a-f]+)\]\[file\]|(photos))$/.exec(field);
  const [, question, receipt, photos] = place ?? [];
  const found = question ?? receipt ?? photos;
  if (found === undefined) throw DomainError.notFound();
  return found;
}

/** That place in the words of faults. */
export function pointerToFile(place: string): string {
  if (place === PHOTOS) return PHOTOS;
  return isReceiptSection(place) ? `receipts.${place}.file` : placeOf(place);
}
