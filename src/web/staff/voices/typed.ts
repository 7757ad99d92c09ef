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

/** Runs an act whose fields stand on a page several times: its faults go to the fields that `place` names. */
export async function faultsAt<T>(place: (pointer: string) => string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError) || error.faults.length === 0) throw error;
    throw DomainError.invalid(error.faults.map((fault) => ({ ...fault, pointer: place(fault.pointer) })));
  }
}
