import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ApprovalSubjects,
  type ApprovalSubject,
  type ConfidentialCases,
  type PresentedSubject,
} from '../../approvals/index.js';
import { formatEra } from '../../kernel/local-date.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { letterNumber, type MayorLetter } from '../domain/mayor-letter.js';
import { MayorLetterStore } from '../store/mayor-letter.store.js';
import { VoiceSettingsStore } from '../store/voice-settings.store.js';
import { LetterAnswer } from './letter-answer.js';

export const MAYOR_LETTER_ANSWER = 'mayor-letter-answer';

/**
 * The answer to a letter as a subject of approval: the last approval gives it, and publishes what is to be published. Who wrote
 * is no part of it: what is shown here is kept with the decision, and names and addresses are not.
 */
@Injectable()
export class LetterAnswerSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = MAYOR_LETTER_ANSWER;
  /** A letter says what its writer would not say to the whole hall: its draft is read by those who read the letter. */
  readonly confidential: ConfidentialCases = {
    title: '手紙への回答（関係する職員だけが開けます）',
    dealtWithBy: (tx, staffId, ids) => this.letters.inChargeOf(tx, staffId, ids),
  };

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly letters: MayorLetterStore,
    private readonly settings: VoiceSettingsStore,
    private readonly answer: LetterAnswer,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const id of [...ids].sort()) await this.letters.lock(tx, id);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const letter = await this.letters.find(tx, id);
    return {
      title: `手紙${letterNumber(letter)}「${letter.subject}」への回答`,
      organizationId: null,
      organizationName: '',
      amount: ZERO_YEN,
      outcome: letter.publishes ? '回答して公表' : '回答（公表しない）',
      basis: (await this.settings.read(tx)).basis,
      working: null,
      facts: factsOf(letter),
      earlier: [{ label: '手紙と回答の案', href: `staff/voices/letters/${id}` }],
      budget: null,
      tiedStaffIds: [],
    };
  }

  drafted(tx: Transaction, id: string): Promise<void> {
    return this.answer.move(tx, id, 'draft');
  }

  async approved(tx: Transaction, id: string): Promise<void> {
    await this.answer.give(tx, await this.answer.ready(tx, id));
  }

  released(tx: Transaction, id: string): Promise<void> {
    return this.answer.move(tx, id, 'release');
  }
}

const factsOf = (letter: MayorLetter): PresentedSubject['facts'] => [
  { label: '受付', value: `${letterNumber(letter)}　${formatEra(letter.receivedOn)}　分野：${letter.topic}` },
  { label: '手紙の内容', value: letter.body },
  { label: '回答の希望', value: letter.wantsAnswer ? '回答がほしい' : '回答はいらない' },
  { label: '回答', value: letter.answer },
  { label: '公表', value: letter.publishes ? '公表する（氏名は載せない）' : notPublished(letter) },
  ...(letter.publishes
    ? [
        { label: '公表する件名', value: letter.publicSubject },
        { label: '公表する手紙の要旨', value: letter.publicBody },
        { label: '公表する回答', value: letter.publicAnswer },
      ]
    : []),
];

const notPublished = ({ mayPublish }: MayorLetter): string =>
  mayPublish ? '公表しない' : '公表しない（差出人が同意していない）';
