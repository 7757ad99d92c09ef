import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { fiscalYearOf } from '../../kernel/fiscal-year.js';
import { addDays, formatEra, type LocalDate } from '../../kernel/local-date.js';
import { foldedDigits } from '../../kernel/text.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FloodGate } from '../../platform/flood/index.js';
import { letterFaults, type LetterContent, type MayorLetter } from '../domain/mayor-letter.js';
import { MayorLetterStore } from '../store/mayor-letter.store.js';
import { VoiceSettingsStore } from '../store/voice-settings.store.js';
import { ReturnCodes } from './return-codes.js';

interface Sent {
  /** Given out with the form: a double click or a resend carries the same. */
  readonly requestId: string;
  readonly content: LetterContent;
}

export interface SendLetterCommand extends Sent {
  /** Network address, for the flood gate alone. */
  readonly sender: string;
}

export interface EnterLetterCommand extends Sent {
  readonly receivedOn: LocalDate;
}

/** So many letters from one address: a family, or the computer of a community centre. */
const LIMIT = { most: 5, minutes: 60 };

/** Takes a letter to the head of the town from somebody without an account, or enters one that came on paper. */
@Injectable()
export class SendLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: MayorLetterStore,
    private readonly settings: VoiceSettingsStore,
    private readonly codes: ReturnCodes,
    private readonly gate: FloodGate,
  ) {}

  /** What would be sent, checked: throws the faults that sending it would throw. */
  check(actor: Actor, content: LetterContent): Promise<void> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { topics } = await this.settings.read(tx);
      refuseWhenFaulty(letterFaults(cleaned(content), topics, 'online'));
    });
  }

  /** The code with which its sender comes back. Throws `common.too-many`, faults at the fields. */
  execute(actor: Actor, command: SendLetterCommand): Promise<{ code: string }> {
    const { code, hash } = this.codes.ofForm(command.requestId);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.letters.holdCode(tx, hash);
      if (await this.letters.byCode(tx, hash)) return { code };
      const content = cleaned(command.content);
      const { topics } = await this.settings.read(tx);
      refuseWhenFaulty(letterFaults(content, topics, 'online'));
      await this.gate.admit(tx, 'mayor-letter', command.sender, LIMIT);
      await this.add(tx, hash, content, { source: 'online', receivedOn: tx.today, enteredBy: null });
      return { code };
    });
  }

  /** 紙で届いた手紙の入力. Its sender is told the code by the printed receipt. Faults at `receivedOn` too. */
  enter(actor: Actor, command: EnterLetterCommand): Promise<{ letterId: string }> {
    requireDuty(actor, 'promotion');
    const { hash } = this.codes.ofForm(command.requestId);
    const { receivedOn } = command;
    return this.unitOfWork.run(actor, async (tx) => {
      await this.letters.holdCode(tx, hash);
      const before = await this.letters.byCode(tx, hash);
      if (before) return { letterId: before.id };
      if (receivedOn > tx.today) {
        const params = { today: formatEra(tx.today) };
        throw DomainError.invalid([{ pointer: 'receivedOn', code: 'consultations.received-in-future', params }]);
      }
      const content = cleaned(command.content);
      const { topics } = await this.settings.read(tx);
      refuseWhenFaulty(letterFaults(content, topics, 'paper'));
      return { letterId: await this.add(tx, hash, content, { source: 'paper', receivedOn, enteredBy: tx.actor.name }) };
    });
  }

  private async add(
    tx: Transaction,
    hash: string,
    { name, mail, address, ...said }: LetterContent,
    arrived: Pick<MayorLetter, 'source' | 'receivedOn' | 'enteredBy'>,
  ): Promise<string> {
    const { answerDays } = await this.settings.read(tx);
    const id = randomUUID();
    const sender = { name: name || null, mail: mail || null, address: address || null };
    const dueOn = addDays(arrived.receivedOn, answerDays);
    const fiscalYear = fiscalYearOf(arrived.receivedOn);
    await this.letters.add(tx, hash, { ...said, ...sender, ...arrived, id, dueOn, fiscalYear });
    const detail = { source: arrived.source };
    tx.audit({ action: 'mayor-letter.received', subjectKind: 'mayor-letter', subjectId: id, detail });
    return id;
  }
}

const cleaned = (content: LetterContent): LetterContent => ({
  ...content,
  subject: content.subject.trim(),
  body: content.body.trim(),
  name: content.name.trim(),
  mail: content.mail.normalize('NFKC').trim(),
  address: foldedDigits(content.address.trim()),
});
