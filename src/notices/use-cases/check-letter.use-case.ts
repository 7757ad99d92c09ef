import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { readPrintedCode } from '../../kernel/printed-code.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { sha256Of } from '../../platform/files/index.js';
import { FloodGate } from '../../platform/flood/index.js';
import { claimantOf, publicAddressee, standingOf, type CheckedLetter } from '../domain/checked-letter.js';
import type { LetterRow } from '../store/letter-row.js';
import { LetterSuccessionStore } from '../store/letter-succession.store.js';
import { LetterStore } from '../store/letter.store.js';

/** A whole batch of letters is checked in one sitting; a machine that guesses 66 bits gets nowhere at this pace. */
const TRIES = { most: 60, minutes: 10 } as const;

/** Whether a letter is the town's, for everyone who holds it: by its 確認コード, or by the bytes of its PDF. */
@Injectable()
export class CheckLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: FloodGate,
    private readonly store: LetterStore,
    private readonly successions: LetterSuccessionStore,
  ) {}

  /** Throws `notices.check-code-*` at `code`; not-found where no letter bears it; `common.too-many`. */
  byCode(actor: Actor, sender: string, typed: string): Promise<CheckedLetter> {
    const read = readPrintedCode(typed);
    if ('fault' in read) {
      throw DomainError.invalid([{ pointer: 'code', code: `notices.check-code-${read.fault}` }]);
    }
    return this.slowed(actor, sender, async (tx) => {
      const row = await this.store.ofCheckCode(tx, read.code);
      if (!row) throw DomainError.invalid([{ pointer: 'code', code: 'notices.check-code-unknown' }]);
      return this.told(tx, row);
    });
  }

  /** The letter whose PDF has exactly these bytes; null: none has. Throws `common.too-many`. */
  byPdf(actor: Actor, sender: string, bytes: Uint8Array): Promise<CheckedLetter | null> {
    return this.slowed(actor, sender, async (tx) => {
      const row = await this.store.ofHash(tx, sha256Of(bytes));
      return row && this.told(tx, row);
    });
  }

  /** Every try counts, also one that finds nothing: it is counted by itself before anything is looked up. */
  private async slowed<T>(actor: Actor, sender: string, look: (tx: Transaction) => Promise<T>): Promise<T> {
    await this.unitOfWork.run(actor, (tx) => this.gate.admit(tx, 'letter-check', sender, TRIES));
    return this.unitOfWork.read(actor, look);
  }

  private async told(tx: Transaction, row: LetterRow): Promise<CheckedLetter> {
    const later = await this.successions.of(tx, row.id);
    return {
      code: row.checkCode ?? '',
      number: row.number,
      title: row.title,
      issuedOn: row.issuedOn,
      addressee: publicAddressee(row.content),
      amount: row.content.amount ?? null,
      claimant: claimantOf(row.content),
      standing: standingOf(row.state === 'void', later),
      later,
    };
  }
}
