import type { Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { Consultation } from './consultation.js';
import { textFaults } from './text-faults.js';

/** How a comment reached the town; all but the first are entered by staff. */
export const COMMENT_SOURCES = ['online', 'paper', 'fax', 'mail', 'counter'] as const;
export type CommentSource = (typeof COMMENT_SOURCES)[number];

export const SOURCE_LABEL: Readonly<Record<CommentSource, string>> = {
  online: 'このページ',
  paper: '郵送・用紙',
  fax: 'FAX',
  mail: 'メール',
  counter: '窓口',
};

/** What somebody says about a draft. */
export interface CommentContent {
  /** The part of the draft, one of the consultation's; empty: the whole. */
  readonly part: string;
  readonly body: string;
  /** Whether what it says may be published; names never are. */
  readonly mayPublish: boolean;
  readonly name: string;
  readonly address: string;
}

export interface PublicComment extends Omit<CommentContent, 'name' | 'address'> {
  readonly id: string;
  readonly consultationId: string;
  /** 受付番号 within the consultation. */
  readonly number: number;
  readonly name: string | null;
  readonly address: string | null;
  readonly source: CommentSource;
  readonly receivedOn: LocalDate;
  readonly sentAt: Date;
  readonly enteredBy: string | null;
  readonly groupId: string | null;
  /** When name and address were erased. */
  readonly erasedOn: LocalDate | null;
}

export const LONGEST_COMMENT = 4000;

/** What speaks against a comment, at the fields of its form. Paper may lack what the page asks for. */
export function commentFaults(
  { parts, nameRule, addressRule }: Pick<Consultation, 'parts' | 'nameRule' | 'addressRule'>,
  { part, body, name, address }: CommentContent,
  source: CommentSource,
): Fault[] {
  const asked = (rule: Consultation['nameRule']): boolean => rule === 'required' && source === 'online';
  return [
    ...(part !== '' && !parts.includes(part) ? [{ pointer: 'part', code: 'consultations.part-unknown' }] : []),
    ...textFaults('body', '意見', body, { most: LONGEST_COMMENT }),
    ...textFaults('name', '氏名', name, { most: 60, required: asked(nameRule) }),
    ...textFaults('address', '住所', address, { most: 200, required: asked(addressRule) }),
  ];
}

/** A comment that came on paper counts by the day on which it arrived. */
export function arrivalFaults({ opens, closes }: Consultation, receivedOn: LocalDate, today: LocalDate): Fault[] {
  const last = closes < today ? closes : today;
  if (receivedOn >= opens && receivedOn <= last) return [];
  const params = { from: formatEra(opens), until: formatEra(last) };
  return [{ pointer: 'receivedOn', code: 'consultations.received-outside', params }];
}
