import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { typedText } from './typed-text.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The random id that a form was given out with (`once`). Throws `common.request-malformed` for anything else. */
export function requestIdIn(body: unknown): string {
  const id = typedText(body, 'requestId');
  if (!UUID.test(id)) throw new DomainError('common.request-malformed');
  return id;
}

/** A fault where neither はい nor いいえ was chosen. */
export const unanswered = (body: unknown, name: string, code: string): Fault[] =>
  ['yes', 'no'].includes(typedText(body, name)) ? [] : [{ pointer: name, code }];

/** Runs a check and tells its faults together with those of the form's own shape. */
export async function toldTogether(shape: readonly Fault[], check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (!(error instanceof DomainError) || error.faults.length === 0) throw error;
    throw DomainError.invalid([...error.faults, ...shape]);
  }
  if (shape.length > 0) throw DomainError.invalid(shape);
}
