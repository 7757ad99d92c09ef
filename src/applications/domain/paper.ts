import { hasDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { momentInJapan, type LocalDate } from '../../kernel/local-date.js';

/** 紙の申請: handed in as a paper, and entered by staff on the organisation's behalf. */
export interface PaperEntry {
  /** 収受日: the day on which the paper arrived. */
  readonly receivedOn: LocalDate;
  readonly enteredBy: string;
  readonly enteredAt: Date;
}

/** The question that the paper itself answers, as pictures of its pages. */
export const PAPER_SCAN = 'paper-scan';

/** The moment by which the period is judged: for a paper the day on which it arrived, else now. */
export const arrivalOf = ({ paper }: { readonly paper: PaperEntry | null }, now: Date): Date =>
  paper === null ? now : momentInJapan(paper.receivedOn);

/** True for a draft that a newer edition reaches: what stands on a paper was asked by the edition of its day. */
export const fallsBehind = (
  { paper, programVersionId }: { readonly paper: PaperEntry | null; readonly programVersionId: string },
  newest: string,
): boolean => paper === null && programVersionId !== newest;

/** Refuses whoever never writes an application: neither an officer nor promotion staff. */
export function requireApplicant(actor: Actor): void {
  if (actor.kind !== 'officer' && !hasDuty(actor, 'promotion')) throw DomainError.forbidden();
}

interface Written {
  readonly paper: PaperEntry | null;
  readonly round: number;
}

/** Officers write what is theirs once no paper is being entered for them; staff only what came on paper. */
export const isWriter = (actor: Actor, { paper, round }: Written): boolean =>
  actor.kind === 'officer' ? paper === null || round > 0 : paper !== null && hasDuty(actor, 'promotion');

/** What others write does not exist for staff; officers are told to wait: `applications.being-entered`. */
export function requireWriter(actor: Actor, application: Written): void {
  if (isWriter(actor, application)) return;
  throw actor.kind === 'officer' ? new DomainError('applications.being-entered', 'conflict') : DomainError.notFound();
}

/** The scan is the town hall's evidence: officers see it and leave it as it is. */
export function requireHand(actor: Actor, kind: string): void {
  if (kind === PAPER_SCAN && actor.kind === 'officer') throw DomainError.notFound();
}
