import type { Fault } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { eraNumberOf } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import { textFaults } from './text-faults.js';

/** 未読, 検討中, 決裁中, 回答済, 回答不要. */
export type LetterState = 'unread' | 'considering' | 'deciding' | 'answered' | 'no-answer';
type LetterAction = 'take' | 'write' | 'close' | 'propose' | 'draft' | 'decide' | 'release' | 'deliver';

export const letterMachine = {
  unread: { take: 'considering', close: 'no-answer' },
  considering: {
    take: 'considering',
    write: 'considering',
    close: 'no-answer',
    propose: 'deciding',
    decide: 'answered',
  },
  // After a send-back the answer is written anew: the approvals of the text that was shown fall.
  deciding: { write: 'deciding', draft: 'deciding', decide: 'answered', release: 'considering' },
  answered: { deliver: 'answered' },
  'no-answer': { take: 'considering' },
} as const satisfies Machine<LetterState, LetterAction>;

export const LETTER_STATE_LABEL: Readonly<Record<LetterState, string>> = {
  unread: '未読',
  considering: '検討中',
  deciding: '決裁中',
  answered: '回答済',
  'no-answer': '回答不要',
};

/** What somebody writes to the head of the town. */
export interface LetterContent {
  readonly topic: string;
  readonly subject: string;
  readonly body: string;
  readonly wantsAnswer: boolean;
  /** Whether letter and answer may be published; names never are. */
  readonly mayPublish: boolean;
  readonly name: string;
  readonly mail: string;
  readonly address: string;
}

/** How the answer reached its sender: by mail, by post, or only by the code, as nothing else was given. */
export type Delivery = 'mail' | 'post' | 'code';

export interface MayorLetter extends Omit<LetterContent, 'name' | 'mail' | 'address'> {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  /** 受付番号 within the year. */
  readonly number: number;
  readonly name: string | null;
  readonly mail: string | null;
  readonly address: string | null;
  readonly source: 'online' | 'paper';
  readonly receivedOn: LocalDate;
  readonly sentAt: Date;
  readonly enteredBy: string | null;
  readonly dueOn: LocalDate;
  readonly state: LetterState;
  readonly version: number;
  readonly sectionId: string | null;
  readonly staffId: string | null;
  readonly answer: string;
  /** Why it is not answered; its sender reads it too. */
  readonly closingReason: string;
  /** Letter and answer are to be published, in the words below. */
  readonly publishes: boolean;
  readonly publicSubject: string;
  readonly publicBody: string;
  readonly publicAnswer: string;
  readonly closedOn: LocalDate | null;
  readonly takenDownOn: LocalDate | null;
  /** For staff alone. */
  readonly takenDownReason: string;
  readonly deliveredBy: Delivery | null;
  readonly deliveredOn: LocalDate | null;
  /** When name and address were erased. */
  readonly erasedOn: LocalDate | null;
}

/** The answer and what of it is published. */
export type AnswerContent = Pick<MayorLetter, 'answer' | 'publishes' | 'publicSubject' | 'publicBody' | 'publicAnswer'>;

export const LONGEST_LETTER = 3000;
const LONGEST_ANSWER = 6000;
const MAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** `R8-12`: how people name a letter on the telephone. */
export const letterNumber = ({ fiscalYear, number }: Pick<MayorLetter, 'fiscalYear' | 'number'>): string =>
  `R${String(eraNumberOf(fiscalYear))}-${String(number)}`;

/** What speaks against a letter, at the fields of its form. Paper is taken as it came. */
export function letterFaults(letter: LetterContent, topics: readonly string[], source: MayorLetter['source']): Fault[] {
  const { topic, subject, body, wantsAnswer, name, mail, address } = letter;
  const asked = wantsAnswer && source === 'online';
  const faults: Fault[] = topics.includes(topic) ? [] : [{ pointer: 'topic', code: 'consultations.topic-missing' }];
  faults.push(
    ...textFaults('subject', '件名', subject, { most: 60 }),
    ...textFaults('body', '手紙の内容', body, { most: LONGEST_LETTER }),
  );
  if (asked && name === '') faults.push({ pointer: 'name', code: 'consultations.name-for-answer' });
  if (asked && mail === '' && address === '') faults.push({ pointer: 'mail', code: 'consultations.reach-for-answer' });
  if (mail !== '' && !MAIL.test(mail)) faults.push({ pointer: 'mail', code: 'consultations.mail-form' });
  return [
    ...faults,
    ...textFaults('name', '氏名', name, { most: 60, required: false }),
    ...textFaults('mail', 'メールアドレス', mail, { most: 200, required: false }),
    ...textFaults('address', '住所', address, { most: 200, required: false }),
  ];
}

/** What speaks against an answer while it is being written. */
export function answerFaults({ mayPublish }: MayorLetter, content: AnswerContent): Fault[] {
  const { answer, publishes, publicSubject, publicBody, publicAnswer } = content;
  return [
    ...textFaults('answer', '回答', answer, { most: LONGEST_ANSWER, required: false }),
    ...(publishes && !mayPublish ? [{ pointer: 'publishes', code: 'consultations.not-to-publish' }] : []),
    ...textFaults('publicSubject', '公表する件名', publicSubject, { most: 60, required: publishes }),
    ...textFaults('publicBody', '公表する手紙の要旨', publicBody, { most: LONGEST_LETTER, required: publishes }),
    ...textFaults('publicAnswer', '公表する回答', publicAnswer, { most: LONGEST_ANSWER, required: publishes }),
  ];
}

/** What keeps an answer from being decided. */
export const readyFaults = (letter: MayorLetter): Fault[] => [
  ...textFaults('answer', '回答', letter.answer, { most: LONGEST_ANSWER }),
  ...answerFaults(letter, letter),
];

/** It waits for its answer longer than the town allows itself. */
export const isOverdue = ({ state, dueOn }: Pick<MayorLetter, 'state' | 'dueOn'>, today: LocalDate): boolean =>
  (state === 'unread' || state === 'considering' || state === 'deciding') && dueOn < today;

/** How the answer goes out: where a letter on paper gave nothing, its sender can only ask. */
export const deliveryOf = ({ mail, address }: Pick<MayorLetter, 'mail' | 'address'>): Delivery => {
  if (mail !== null) return 'mail';
  return address === null ? 'code' : 'post';
};

/** What residents may read of it. */
export const isPublished = ({ state, publishes, takenDownOn }: MayorLetter): boolean =>
  state === 'answered' && publishes && takenDownOn === null;
