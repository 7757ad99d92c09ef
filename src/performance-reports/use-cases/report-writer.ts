import { hasDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { PerformanceReport } from '../domain/report.js';

type Paper = Pick<PerformanceReport, 'paperReceivedOn' | 'round'>;

/** Officers write what is theirs once no paper is being entered for them; staff only what came on paper. */
export const isReportWriter = (actor: Actor, { paperReceivedOn, round }: Paper): boolean =>
  actor.kind === 'officer'
    ? paperReceivedOn === null || round > 0
    : paperReceivedOn !== null && hasDuty(actor, 'promotion');

/** What others write does not exist for staff; officers are told to wait: `reports.being-entered`. */
export function requireReportWriter(actor: Actor, report: Paper): void {
  if (isReportWriter(actor, report)) return;
  throw actor.kind === 'officer' ? new DomainError('reports.being-entered', 'conflict') : DomainError.notFound();
}
