import encoding from 'encoding-japanese';
import { DomainError } from '../../kernel/domain-error.js';

/** UTF-8 (with or without BOM) or Shift_JIS, whichever the bytes are; DomainError `csv.encoding-unknown` for neither. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (encoding.detect(bytes) === 'SJIS')
      return encoding.convert(bytes, { from: 'SJIS', to: 'UNICODE', type: 'string' });
    throw new DomainError('csv.encoding-unknown');
  }
}
