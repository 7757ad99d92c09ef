import { DomainError } from '../../../kernel/domain-error.js';
import { typedText } from '../../shared/typed-text.js';

/** The version that the form was filled from. Throws `common.request-malformed`. */
export function versionIn(body: unknown): number {
  const typed = typedText(body, 'version');
  if (!/^\d{1,9}$/.test(typed)) throw new DomainError('common.request-malformed');
  return Number(typed);
}

/** What was typed into a field that was sent, else what is saved. */
export function typedOr(body: unknown, name: string, saved: string): string {
  const sent = typeof body === 'object' && body !== null && name in body;
  return sent ? typedText(body, name) : saved;
}
