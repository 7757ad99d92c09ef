import { DomainError } from '../../kernel/domain-error.js';

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: DomainError };

const ANSWERED_ON_THE_PAGE: ReadonlySet<string> = new Set(['invalid', 'conflict', 'stale']);

/**
 * Runs a use case and keeps the refusals that the same page answers (invalid, conflict, stale).
 * Everything else (not found, forbidden, a defect) goes on to the error page.
 */
export async function attempt<T>(act: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    if (error instanceof DomainError && ANSWERED_ON_THE_PAGE.has(error.kind)) return { ok: false, error };
    throw error;
  }
}
