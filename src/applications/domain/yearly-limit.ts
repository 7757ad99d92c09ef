import type { Fault } from '../../kernel/domain-error.js';

/** How often one organisation may apply in one year, by which article; null: as often as it likes. */
export type YearlyLimit = { readonly most: number; readonly article: string } | null;

/** Drafts count like what was sent; what was withdrawn makes room. */
export const hasRoom = (limit: YearlyLimit, standing: number): boolean => limit === null || standing < limit.most;

/** A first sending beside so many others that were sent; a correction is the same application once more. */
export function yearlyFaults(limit: YearlyLimit, round: number, othersSent: number): Fault[] {
  if (round > 0 || limit === null || hasRoom(limit, othersSent)) return [];
  return [{ pointer: '', code: 'applications.year-full', params: { most: limit.most, article: limit.article } }];
}
