import type { Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import { textFaults } from './text-faults.js';

/**
 * draft: only staff see it. open: published, before, in and after its period, until its result is drafted. deciding: the result
 * is in a draft. answered: the result is published.
 */
export type ConsultationState = 'draft' | 'open' | 'deciding' | 'answered' | 'withdrawn';
type ConsultationAction =
  'edit' | 'publish' | 'comment' | 'sort' | 'extend' | 'withdraw' | 'propose' | 'draft' | 'decide' | 'release';

export const consultationMachine = {
  draft: { edit: 'draft', publish: 'open', withdraw: 'withdrawn' },
  open: {
    comment: 'open',
    sort: 'open',
    extend: 'open',
    propose: 'deciding',
    decide: 'answered',
    withdraw: 'withdrawn',
  },
  // After a send-back the views are written anew: the approvals of what was shown fall.
  deciding: { sort: 'deciding', draft: 'deciding', decide: 'answered', release: 'open' },
  answered: {},
  withdrawn: {},
} as const satisfies Machine<ConsultationState, ConsultationAction>;

/** Whether a writer is asked for name or address. */
export const CONTACT_RULES = ['none', 'optional', 'required'] as const;
export type ContactRule = (typeof CONTACT_RULES)[number];

/** What staff write before it is published. */
export interface ConsultationContent {
  readonly title: string;
  /** What the draft is about, in plain words. */
  readonly about: string;
  /** Parts of the draft of which a comment may speak, in its order. */
  readonly parts: readonly string[];
  /** 意見を出せる人. */
  readonly commenters: string;
  readonly sectionId: string;
  readonly opens: LocalDate;
  readonly closes: LocalDate;
  readonly nameRule: ContactRule;
  readonly addressRule: ContactRule;
  /** 結果を公表する予定の日. */
  readonly resultBy: LocalDate | null;
}

export interface Consultation extends ConsultationContent {
  readonly id: string;
  readonly state: ConsultationState;
  readonly version: number;
  readonly publishedOn: LocalDate | null;
  readonly withdrawalReason: string;
  readonly withdrawnOn: LocalDate | null;
  /** What stands above the views of the town. */
  readonly resultNote: string;
  readonly answeredOn: LocalDate | null;
}

/** A file of the draft. */
export interface ConsultationFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

/** 期間の延長. */
export interface Extension {
  readonly closedBefore: LocalDate;
  readonly closes: LocalDate;
  readonly reason: string;
  readonly extendedAt: Date;
}

/** Where a consultation stands on a day, as residents are told. */
export type Phase = 'draft' | 'coming' | 'accepting' | 'closed' | 'answered' | 'withdrawn';

export function phaseOf(
  { state, opens, closes }: Pick<Consultation, 'state' | 'opens' | 'closes'>,
  today: LocalDate,
): Phase {
  if (state === 'draft' || state === 'answered' || state === 'withdrawn') return state;
  if (today < opens) return 'coming';
  return today <= closes ? 'accepting' : 'closed';
}

/** Residents see what was once published, also when it was withdrawn. */
export const isPublic = ({ publishedOn }: Pick<Consultation, 'publishedOn'>): boolean => publishedOn !== null;

const MOST_PARTS = 60;

/** What speaks against the content, at the fields of its form. */
export function contentFaults(content: ConsultationContent): Fault[] {
  const { title, about, parts, commenters, opens, closes, resultBy } = content;
  const faults = [
    ...textFaults('title', '件名', title, { most: 100 }),
    ...textFaults('about', '内容の説明', about, { most: 6000 }),
    ...textFaults('commenters', '意見を出せる人', commenters, { most: 1000 }),
  ];
  if (parts.length > MOST_PARTS)
    faults.push({ pointer: 'parts', code: 'consultations.too-many-parts', params: { most: MOST_PARTS } });
  const long = parts.find((part) => [...part].length > 60);
  if (long !== undefined) faults.push(...textFaults('parts', `「${long.slice(0, 20)}…」`, long, { most: 60 }));
  if (closes < opens) faults.push({ pointer: 'closes', code: 'consultations.closes-before-opening' });
  if (resultBy !== null && resultBy <= closes)
    faults.push({ pointer: 'resultBy', code: 'consultations.result-before-end' });
  return faults;
}

/** What keeps a draft from being published on a day. */
export function publicationFaults({ closes }: ConsultationContent, files: number, today: LocalDate): Fault[] {
  return [
    ...(files === 0 ? [{ pointer: 'files', code: 'consultations.files-missing' }] : []),
    ...(closes < today ? [{ pointer: 'closes', code: 'consultations.already-over' }] : []),
  ];
}

/** What speaks against a later end. */
export function extensionFaults(
  { closes, resultBy }: ConsultationContent,
  until: LocalDate,
  reason: string,
  today: LocalDate,
): Fault[] {
  const faults = textFaults('reason', '延長する理由', reason, { most: 500 });
  const earliest = closes < today ? today : closes;
  if (until <= closes || until < today)
    faults.unshift({
      pointer: 'until',
      code: 'consultations.extension-too-early',
      params: { after: formatEra(earliest) },
    });
  else if (resultBy !== null && until >= resultBy)
    faults.unshift({
      pointer: 'until',
      code: 'consultations.extension-after-result',
      params: { day: formatEra(resultBy) },
    });
  return faults;
}
