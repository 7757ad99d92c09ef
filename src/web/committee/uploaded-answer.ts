import type { AddFileCommand } from '../../applications/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Upload } from '../shared/index.js';

/** The file question that an upload answers: its field is named `form[<question>]`, as every answer's is. */
export function uploadedAnswer({ field, ...upload }: Upload): Pick<AddFileCommand, 'question' | 'upload'> {
  const question = /^form\[([a-z0-9-]+)\]$/.exec(field)?.[1];
  if (question === undefined) throw DomainError.notFound();
  return { question, upload };
}

/** The place of a report to which an upload belongs: `form[<question>]`, `receipts[<receipt>][file]` or `photos`. */
export function reportPlaceOf(field: string): string {
  const place = /^(?:form\[([a-z0-9-]+)\]|receipts\[(receipt-[0-9a-f]+)\]\[file\]|(photos))$/.exec(field);
  const [, question, receipt, photos] = place ?? [];
  const found = question ?? receipt ?? photos;
  if (found === undefined) throw DomainError.notFound();
  return found;
}
