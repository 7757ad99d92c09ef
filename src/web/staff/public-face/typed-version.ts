import { DomainError } from '../../../kernel/domain-error.js';
import { typedText } from '../../shared/typed-text.js';

/** The version that a form was filled from; none is 0. */
export function typedVersion(body: unknown): number {
  const typed = typedText(body, 'version') || '0';
  if (!/^\d{1,9}$/.test(typed)) throw new DomainError('common.request-malformed');
  return Number(typed);
}

/** The one-time id of a form, given out with it. */
export function typedRequestId(body: unknown): string {
  const typed = typedText(body, 'requestId');
  if (!/^[0-9a-f-]{36}$/.test(typed)) throw new DomainError('common.request-malformed');
  return typed;
}
