import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { IssuedLetter } from '../domain/issued-letter.js';
import { LetterStore } from '../store/letter.store.js';
import { SealUseStore, type SealUse } from '../store/seal-use.store.js';

export interface RecordSealUseCommand {
  readonly usedOn: LocalDate;
  /** 公印保管者, before whom the seal is used. */
  readonly keeper: string;
  readonly letterIds: readonly string[];
  /** A paper of another system; blank when there is none. */
  readonly document: string;
  readonly copies: number;
}

const READERS = ['promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit'] as const;

/** 公印使用簿: every use of the seal of the office, one line each; nothing is changed afterwards. */
@Injectable()
export class SealRegister {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uses: SealUseStore,
    private readonly letters: LetterStore,
  ) {}

  /** Newest first, and the letters on paper that have not been sealed yet. */
  list(actor: Actor): Promise<{ uses: SealUse[]; unsealed: IssuedLetter[] }> {
    requireDuty(actor, ...READERS);
    return this.unitOfWork.read(actor, async (tx) => ({
      uses: await this.uses.list(tx),
      unsealed: await this.uses.unsealedLetters(tx),
    }));
  }

  /** Faults at `usedOn`, `keeper`, `letterIds`, `copies`. */
  record(actor: Actor, command: RecordSealUseCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      refuseWhenFaulty(faultsOf(tx, command));
      for (const id of [...new Set(command.letterIds)].sort()) await this.seal(tx, actor, command, id);
      const document = command.document.trim();
      if (document !== '') await this.uses.add(tx, lineOf(tx, actor, command, { document, letterId: null }));
      const detail = { usedOn: command.usedOn, letters: command.letterIds.length };
      tx.audit({ action: 'seal.used', subjectKind: 'municipality', subjectId: tx.municipalityId, detail });
    });
  }

  private async seal(tx: Transaction, actor: Actor, command: RecordSealUseCommand, letterId: string): Promise<void> {
    const { number, title, state } = await this.letters.findForUpdate(tx, letterId);
    const document = number === null ? title : `${number}　${title}`;
    if (state !== 'drawn') throw new DomainError('notices.not-yet-drawn', 'conflict', { number: document });
    if (await this.uses.isSealed(tx, letterId)) {
      throw new DomainError('notices.sealed-already', 'conflict', { document });
    }
    await this.uses.add(tx, { ...lineOf(tx, actor, command, { document, letterId }), copies: 1 });
  }
}

function lineOf(
  tx: Transaction,
  actor: Actor,
  { usedOn, keeper, copies }: RecordSealUseCommand,
  what: Pick<SealUse, 'document' | 'letterId'>,
): SealUse {
  return { id: randomUUID(), usedOn, keeper: keeper.trim(), copies, usedBy: actor.name, recordedAt: tx.now, ...what };
}

function faultsOf(tx: Transaction, command: RecordSealUseCommand): Fault[] {
  const nothing = command.letterIds.length === 0 && command.document.trim() === '';
  const isCount = Number.isInteger(command.copies) && command.copies >= 1 && command.copies <= 9999;
  return [
    ...(command.usedOn > tx.today ? [{ pointer: 'usedOn', code: 'notices.seal-in-future' }] : []),
    ...(command.keeper.trim() === '' ? [{ pointer: 'keeper', code: 'notices.seal-keeper-missing' }] : []),
    ...(nothing ? [{ pointer: 'document', code: 'notices.nothing-sealed' }] : []),
    ...(command.document.trim() !== '' && !isCount ? [{ pointer: 'copies', code: 'notices.seal-copies' }] : []),
  ];
}
