import { randomUUID } from 'node:crypto';

/** The id under which this request stands in the log; shown on the error page so that a person can quote it. */
export function requestIdOf(request: object): string {
  const named = request as { id?: unknown };
  if (typeof named.id !== 'string') named.id = randomUUID();
  return String(named.id);
}
