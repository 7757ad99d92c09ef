import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { hasDuty, requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Authority, StaffDirectory } from '../../staff/index.js';
import {
  answerFaults,
  deliveryOf,
  letterMachine,
  type AnswerContent,
  type MayorLetter,
} from '../domain/mayor-letter.js';
import { textFaults } from '../domain/text-faults.js';
import { MayorLetterStore } from '../store/mayor-letter.store.js';
import { LetterAnswer } from './letter-answer.js';
import { MAYOR_LETTER_ANSWER } from './letter-answer-subject.js';

/** A letter as the page showed it. */
export interface ShownLetter {
  readonly letterId: string;
  readonly version: number;
}

export interface DraftAnswerCommand extends ShownLetter, Omit<StartDraft, 'kind' | 'subjectIds'> {}

/** What is done with a letter until it is answered: by promotion staff, and the answer also by the person in charge. */
@Injectable()
export class HandleLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: MayorLetterStore,
    private readonly municipalities: Municipalities,
    private readonly staff: StaffDirectory,
    private readonly answer: LetterAnswer,
    private readonly drafts: Drafts,
    private readonly authority: Authority,
  ) {}

  /** 検討中, in charge of a section and, where one is named, a person. Also takes up again what needed no answer. */
  take(actor: Actor, shown: ShownLetter, sectionId: string, staffId: string | null): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.act(actor, shown, 'take', async (tx, letter, state) => {
      await this.municipalities.sectionOf(tx, sectionId);
      if (staffId !== null) await this.staff.get(tx, staffId);
      await this.letters.change(tx, letter, { state, sectionId, staffId, closingReason: '', closedOn: null });
      note(tx, letter, 'mayor-letter.taken');
    });
  }

  /** A letter that wants no answer has been read: that closes it, and its sender reads so. */
  markRead(actor: Actor, shown: ShownLetter): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.act(actor, shown, 'close', async (tx, letter, state) => {
      if (letter.wantsAnswer) throw new DomainError('consultations.wants-answer', 'conflict');
      await this.letters.change(tx, letter, { state, closingReason: '', closedOn: tx.today });
      note(tx, letter, 'mayor-letter.read');
    });
  }

  /** 回答不要, with the reason that its sender reads. Faults at `closingReason`. */
  close(actor: Actor, shown: ShownLetter, typed: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.act(actor, shown, 'close', async (tx, letter, state) => {
      const closingReason = typed.trim();
      refuseWhenFaulty(textFaults('closingReason', '回答しない理由', closingReason, { most: 500 }));
      await this.letters.change(tx, letter, { state, closingReason, closedOn: tx.today });
      note(tx, letter, 'mayor-letter.closed');
    });
  }

  /** Saves the answer and what of it is published. Faults at the fields. */
  write(actor: Actor, shown: ShownLetter, content: AnswerContent): Promise<void> {
    return this.act(actor, shown, 'write', async (tx, letter, state) => {
      requireInCharge(actor, letter);
      const trimmed = trimmedAnswer(content);
      refuseWhenFaulty(answerFaults(letter, trimmed));
      await this.letters.change(tx, letter, { ...trimmed, state });
      note(tx, letter, 'mayor-letter.answer-written');
    });
  }

  /** 起案 of the answer. Faults at the answer's fields, `title`, `reason`, `cites`. */
  draft(actor: Actor, { letterId, version, ...words }: DraftAnswerCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { id } = await this.answer.ready(tx, letterId, version);
      await this.answer.move(tx, id, 'propose');
      return { draftId: await this.drafts.start(tx, { ...words, kind: MAYOR_LETTER_ANSWER, subjectIds: [id] }) };
    });
  }

  /** Answers without a draft. Throws `consultations.by-draft` where the town decides it by one. */
  give(actor: Actor, { letterId, version }: ShownLetter): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const letter = await this.answer.ready(tx, letterId, version);
      if (letter.state !== 'considering') throw new DomainError('consultations.letter-moved-on', 'conflict');
      if (await this.authority.rules(tx, MAYOR_LETTER_ANSWER))
        throw new DomainError('consultations.by-draft', 'conflict');
      await this.answer.give(tx, letter);
    });
  }

  /** The printed answer was posted today. */
  post(actor: Actor, shown: ShownLetter): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.act(actor, shown, 'deliver', async (tx, letter, state) => {
      await this.letters.change(tx, letter, { state, deliveredBy: 'post', deliveredOn: tx.today });
      note(tx, letter, 'mayor-letter.posted');
    });
  }

  /** Takes a published letter off the public pages; its answer stands. Fault at `takenDownReason`. */
  takeDown(actor: Actor, shown: ShownLetter, typed: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.act(actor, shown, 'deliver', async (tx, letter, state) => {
      const takenDownReason = typed.trim();
      if (takenDownReason === '') {
        refuseWhenFaulty([{ pointer: 'takenDownReason', code: 'consultations.take-down-reason-missing' }]);
      }
      refuseWhenFaulty(textFaults('takenDownReason', '公表をやめる理由', takenDownReason, { most: 300 }));
      await this.letters.change(tx, letter, { state, takenDownOn: tx.today, takenDownReason });
      note(tx, letter, 'mayor-letter.taken-down', { reason: takenDownReason });
    });
  }

  /** What the mail of an answer needs, once; null where none is to be sent or it is sent already. For the worker. */
  async toMail(tx: Transaction, id: string): Promise<(MayorLetter & { readonly mail: string }) | null> {
    const letter = await this.letters.lock(tx, id);
    const { mail, deliveredOn, state } = letter;
    if (state !== 'answered' || mail === null || deliveredOn !== null || deliveryOf(letter) !== 'mail') return null;
    await this.letters.change(tx, letter, { deliveredBy: 'mail', deliveredOn: tx.today });
    return { ...letter, mail };
  }

  private act(
    actor: Actor,
    { letterId, version }: ShownLetter,
    action: 'take' | 'close' | 'write' | 'deliver',
    work: (tx: Transaction, letter: MayorLetter, state: MayorLetter['state']) => Promise<void>,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const letter = await this.letters.lock(tx, letterId);
      const state = nextState(letterMachine, 'consultations.letter-moved-on', letter.state, action);
      if (letter.version !== version) throw DomainError.stale();
      await work(tx, letter, state);
    });
  }
}

/** Whether the answer is theirs to write. */
export const isInCharge = (actor: Actor, { staffId }: Pick<MayorLetter, 'staffId'>): boolean =>
  hasDuty(actor, 'promotion') || (actor.kind === 'staff' && actor.staffId === staffId);

function requireInCharge(actor: Actor, letter: MayorLetter): void {
  if (!isInCharge(actor, letter)) throw DomainError.forbidden();
}

const trimmedAnswer = ({
  answer,
  publishes,
  publicSubject,
  publicBody,
  publicAnswer,
}: AnswerContent): AnswerContent => ({
  answer: answer.trim(),
  publishes,
  publicSubject: publicSubject.trim(),
  publicBody: publicBody.trim(),
  publicAnswer: publicAnswer.trim(),
});

function note(
  tx: Transaction,
  { id }: MayorLetter,
  action: string,
  detail: Readonly<Record<string, string>> = {},
): void {
  tx.audit({ action, subjectKind: 'mayor-letter', subjectId: id, detail });
}
