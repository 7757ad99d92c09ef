import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { foldedDigits } from '../../kernel/text.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FloodGate } from '../../platform/flood/index.js';
import { consultationMachine, isPublic, phaseOf, type Consultation } from '../domain/consultation.js';
import { arrivalFaults, commentFaults, type CommentContent, type CommentSource } from '../domain/public-comment.js';
import { ConsultationStore } from '../store/consultation.store.js';
import { PublicCommentStore } from '../store/public-comment.store.js';
import { ReturnCodes } from './return-codes.js';

interface Sent {
  readonly consultationId: string;
  /** Given out with the form: a double click or a resend carries the same. */
  readonly requestId: string;
  readonly content: CommentContent;
}

export interface SendCommentCommand extends Sent {
  /** Network address, for the flood gate alone. */
  readonly sender: string;
}

export interface EnterCommentCommand extends Sent {
  readonly source: Exclude<CommentSource, 'online'>;
  readonly receivedOn: LocalDate;
}

/** So many from one address: a family, a school class at one line. */
const LIMIT = { most: 10, minutes: 60 };

/** Takes a comment of somebody without an account, or enters what came on paper. Faults at the fields. */
@Injectable()
export class SendComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: ConsultationStore,
    private readonly comments: PublicCommentStore,
    private readonly codes: ReturnCodes,
    private readonly gate: FloodGate,
  ) {}

  /** What would be sent, checked: throws what sending it would throw, but for the flood gate. */
  check(actor: Actor, { consultationId, content }: Pick<Sent, 'consultationId' | 'content'>): Promise<void> {
    return this.unitOfWork.read(actor, async (tx) => {
      const consultation = await this.consultations.find(tx, consultationId);
      refuseUnlessAccepting(tx, consultation);
      refuseWhenFaulty(commentFaults(consultation, cleaned(consultation, content), 'online'));
    });
  }

  /** The code with which its writer comes back. Throws `consultations.not-accepting`, `common.too-many`. */
  execute(actor: Actor, command: SendCommentCommand): Promise<{ code: string }> {
    const { code, hash } = this.codes.ofForm(command.requestId);
    return this.unitOfWork.run(actor, async (tx) => {
      const consultation = await this.consultations.lock(tx, command.consultationId);
      if (await this.comments.byCode(tx, hash)) return { code };
      refuseUnlessAccepting(tx, consultation);
      const content = cleaned(consultation, command.content);
      refuseWhenFaulty(commentFaults(consultation, content, 'online'));
      await this.gate.admit(tx, 'public-comment', command.sender, LIMIT);
      await this.add(tx, hash, consultation, content, { source: 'online', receivedOn: tx.today, enteredBy: null });
      return { code };
    });
  }

  /** 紙・FAXなどで届いた意見の入力. Faults at `receivedOn` too. */
  enter(actor: Actor, command: EnterCommentCommand): Promise<{ number: number | null }> {
    requireDuty(actor, 'promotion');
    const { source, receivedOn } = command;
    const { hash } = this.codes.ofForm(command.requestId);
    return this.unitOfWork.run(actor, async (tx) => {
      const consultation = await this.consultations.lock(tx, command.consultationId);
      if (await this.comments.byCode(tx, hash)) return { number: null };
      nextState(consultationMachine, 'consultations.moved-on', consultation.state, 'comment');
      const content = cleaned(consultation, command.content);
      const faults = commentFaults(consultation, content, source);
      refuseWhenFaulty([...faults, ...arrivalFaults(consultation, receivedOn, tx.today)]);
      const arrived = { source, receivedOn, enteredBy: tx.actor.name };
      return { number: await this.add(tx, hash, consultation, content, arrived) };
    });
  }

  private async add(
    tx: Transaction,
    hash: string,
    { id: consultationId }: Consultation,
    { part, body, mayPublish, name, address }: CommentContent,
    arrived: { source: CommentSource; receivedOn: LocalDate; enteredBy: string | null },
  ): Promise<number> {
    const said = { part, body, mayPublish, name: name || null, address: address || null };
    const number = await this.comments.add(tx, hash, { id: randomUUID(), consultationId, ...said, ...arrived });
    const detail = { number, source: arrived.source };
    tx.audit({ action: 'comment.received', subjectKind: 'consultation', subjectId: consultationId, detail });
    return number;
  }
}

function refuseUnlessAccepting(tx: Transaction, consultation: Consultation): void {
  if (!isPublic(consultation)) throw DomainError.notFound();
  if (phaseOf(consultation, tx.today) !== 'accepting' || consultation.state !== 'open') {
    throw new DomainError('consultations.not-accepting', 'conflict');
  }
}

/** What the consultation does not ask for is not kept, whoever sends it. */
const cleaned = ({ nameRule, addressRule }: Consultation, content: CommentContent): CommentContent => ({
  ...content,
  body: content.body.trim(),
  name: nameRule === 'none' ? '' : content.name.trim(),
  address: addressRule === 'none' ? '' : foldedDigits(content.address.trim()),
});
