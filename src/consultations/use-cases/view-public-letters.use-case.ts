import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYearOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { isPublished, letterNumber, type LetterState, type MayorLetter } from '../domain/mayor-letter.js';
import type { PartOfList } from '../../kernel/part-of-list.js';
import type { VoiceSettings } from '../domain/voice-settings.js';
import { MayorLetterStore } from '../store/mayor-letter.store.js';
import { VoiceSettingsStore } from '../store/voice-settings.store.js';
import { ReturnCodes } from './return-codes.js';

/** A letter with its answer, in the words that were approved for publication: nothing here tells who wrote it. */
export interface PublishedLetter {
  readonly id: string;
  readonly topic: string;
  readonly subject: string;
  readonly body: string;
  readonly answer: string;
  readonly receivedOn: LocalDate;
  readonly answeredOn: LocalDate;
}

export interface PublicLetters {
  /** The part that was asked for. */
  readonly letters: readonly PublishedLetter[];
  readonly total: number;
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly settings: VoiceSettings;
}

/** What somebody sent, as they see it by their code. */
export interface OwnLetter {
  readonly number: string;
  readonly topic: string;
  readonly subject: string;
  readonly body: string;
  readonly wantsAnswer: boolean;
  readonly mayPublish: boolean;
  readonly receivedOn: LocalDate;
  readonly state: LetterState;
  /** Once given. */
  readonly answer: string | null;
  readonly closingReason: string;
  readonly closedOn: LocalDate | null;
  readonly settings: VoiceSettings;
}

/** Letters to the head of the town as residents see them. */
@Injectable()
export class ViewPublicLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: MayorLetterStore,
    private readonly settings: VoiceSettingsStore,
    private readonly codes: ReturnCodes,
  ) {}

  /** Those answered in a year: the asked one, else the newest with any; of one topic, or (blank) of every one. */
  list(actor: Actor, asked: FiscalYear | undefined, topic: string, part: PartOfList): Promise<PublicLetters> {
    return this.unitOfWork.read(actor, async (tx) => {
      const years = [...new Set((await this.letters.publishedDays(tx)).map(fiscalYearOf))];
      const year = asked ?? years[0] ?? fiscalYearOf(tx.today);
      const { letters, total } = await this.letters.published(tx, year, topic, part);
      return { letters: letters.map(told), total, year, years, settings: await this.settings.read(tx) };
    });
  }

  /** Those that were answered last. */
  async newest(tx: Transaction, most: number): Promise<PublishedLetter[]> {
    return (await this.letters.newestPublished(tx, most)).map(told);
  }

  /** Throws not-found for a letter that is not published. */
  letter(actor: Actor, id: string): Promise<PublishedLetter> {
    return this.unitOfWork.read(actor, async (tx) => {
      const letter = await this.letters.find(tx, id);
      if (!isPublished(letter)) throw DomainError.notFound();
      return told(letter);
    });
  }

  /** What was sent with this code; null for a code that nobody was given. */
  own(actor: Actor, code: string): Promise<OwnLetter | null> {
    return this.unitOfWork.read(actor, async (tx) => {
      const letter = await this.letters.byCode(tx, this.codes.read(code).hash);
      if (!letter) return null;
      const { topic, subject, body, wantsAnswer, mayPublish, receivedOn, state, closingReason, closedOn } = letter;
      return {
        ...{ topic, subject, body, wantsAnswer, mayPublish, receivedOn, state, closingReason, closedOn },
        number: letterNumber(letter),
        answer: state === 'answered' ? letter.answer : null,
        settings: await this.settings.read(tx),
      };
    });
  }
}

function told({
  id,
  topic,
  publicSubject,
  publicBody,
  publicAnswer,
  receivedOn,
  closedOn,
}: MayorLetter): PublishedLetter {
  if (closedOn === null) throw new Error(`the published letter ${id} has no day`);
  const words = { subject: publicSubject, body: publicBody, answer: publicAnswer };
  return { id, topic, ...words, receivedOn, answeredOn: closedOn };
}
