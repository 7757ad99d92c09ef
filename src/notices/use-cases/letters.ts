import { Injectable } from '@nestjs/common';
import { randomInt, randomUUID } from 'node:crypto';
import { requireDuty, requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, fiscalYearOf } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { makePrintedCode } from '../../kernel/printed-code.js';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { textOf, uncoveredCharacters, withGeta } from '../../platform/pdf/index.js';
import type { SuccessionEffect } from '../domain/checked-letter.js';
import { deliveryOf } from '../domain/delivery.js';
import { documentNumber, readExternalNumber } from '../domain/document-number.js';
import type { BatchProgress, IssuedLetter, LetterView, RegisterFilter, RegisterPage } from '../domain/issued-letter.js';
import type { Letter } from '../domain/letter.js';
import type { LetterRow } from '../store/letter-row.js';
import { LetterStore, toIssuedLetter, toLetterView } from '../store/letter.store.js';
import { LetterSuccessionStore } from '../store/letter-succession.store.js';
import { RegisterStore } from '../store/register.store.js';

export interface IssueOptions {
  /** The section whose series gives the number. */
  readonly sectionId: string;
  /** 施行日, printed under the number. */
  readonly issuedOn: LocalDate;
  /** Letters issued together, whose drawing is watched as one. */
  readonly batchId?: string;
  /** The number of the town's own 文書管理システム, instead of one from our series. */
  readonly externalNumber?: string;
  /** A letter issued earlier whose number this one shares with a branch の2. */
  readonly branchOf?: string;
  /** Earlier letters about these records say no longer what holds, by this one. */
  readonly succeeds?: { readonly subjectIds: readonly string[]; readonly effect: SuccessionEffect };
  /** What the organisation declared; without it a numbered letter goes on paper. */
  readonly consentsToElectronicDelivery?: boolean;
}

interface NumberTaken {
  readonly serial: number | null;
  readonly branch: number | null;
  readonly number: string | null;
}

const WITHOUT_NUMBER: NumberTaken = { serial: null, branch: null, number: null };
const STAFF_DUTIES = ['promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit'] as const;

/** Numbers, keeps and hands out letters. Drawing follows from `LetterIssued` in the worker. */
@Injectable()
export class Letters {
  constructor(
    private readonly store: LetterStore,
    private readonly successions: LetterSuccessionStore,
    private readonly registers: RegisterStore,
    private readonly municipalities: Municipalities,
    private readonly files: FileStore,
  ) {}

  /**
   * 施行: takes the 文書番号 and fixes words and date for good. Announces LetterIssued. Throws
   * `notices.uncovered-characters`, `notices.number-taken` (fault at `externalNumber`). What bears no number only repeats
   * what somebody sent: there 〓 stands for a character that cannot be printed.
   */
  async issue(
    tx: Transaction,
    composed: Letter,
    options: IssueOptions,
  ): Promise<{ letterId: string; number: string | null }> {
    const letter = composed.numbered ? composed : withGeta(composed);
    refuseUncovered(letter);
    const town = await this.municipalities.of(tx);
    const taken = letter.numbered ? await this.takeNumber(tx, options) : WITHOUT_NUMBER;
    const id = randomUUID();
    const added = await this.store.add(tx, {
      id,
      ...taken,
      kind: letter.kind,
      title: letter.title,
      sectionId: options.sectionId,
      fiscalYear: fiscalYearOf(options.issuedOn),
      content: letter,
      subjectKind: letter.subjectKind,
      subjectId: letter.subjectId,
      organizationId: letter.organizationId,
      issuedOn: options.issuedOn,
      batchId: options.batchId ?? null,
      delivery: deliveryOf(letter, town.electronicDeliveryBasis, options.consentsToElectronicDelivery ?? false),
      checkCode: makePrintedCode(randomInt),
    });
    if (!added) throw numberTaken(taken.number);
    if (options.succeeds) await this.successions.add(tx, id, options.succeeds);
    tx.audit({
      action: 'letter.issued',
      subjectKind: 'letter',
      subjectId: id,
      organizationId: letter.organizationId,
      detail: { kind: letter.kind, number: taken.number, issuedOn: options.issuedOn },
    });
    tx.announce({ type: 'LetterIssued', subjectId: id, ...forOrganization(letter), data: { kind: letter.kind } });
    return { letterId: id, number: taken.number };
  }

  /** Throws not-found for letters that the actor may not see, `notices.goes-on-paper` to whom it was sent on paper. */
  async get(tx: Transaction, id: string): Promise<LetterView> {
    return toLetterView(await this.visible(tx, id), tx.today);
  }

  async forSubject(tx: Transaction, subjectKind: string, subjectId: string): Promise<IssuedLetter[]> {
    const rows = await this.store.ofSubject(tx, subjectKind, subjectId);
    return rows.filter((row) => maySee(tx, row)).map((row) => toIssuedLetter(row, tx.today));
  }

  /** About any of these records, oldest first. */
  async ofRecords(tx: Transaction, subjectIds: readonly string[]): Promise<IssuedLetter[]> {
    const rows = await this.store.ofRecords(tx, subjectIds);
    return rows.filter((row) => maySee(tx, row)).map((row) => toIssuedLetter(row, tx.today));
  }

  /** Newest first; another organisation's inbox does not exist for an officer. */
  async inbox(tx: Transaction, organizationId: string): Promise<IssuedLetter[]> {
    requireOwnOrganization(tx.actor, organizationId);
    return (await this.store.inbox(tx, organizationId)).map((row) => toIssuedLetter(row, tx.today));
  }

  /** 文書番号台帳 and 発送簿, for staff. */
  register(tx: Transaction, filter: RegisterFilter = {}): Promise<RegisterPage> {
    requireDuty(tx.actor, ...STAFF_DUTIES);
    return this.registers.page(tx, filter);
  }

  /** Counted from the letters themselves. */
  batchProgress(tx: Transaction, batchId: string): Promise<BatchProgress> {
    requireDuty(tx.actor, ...STAFF_DUTIES);
    return this.store.progress(tx, batchId);
  }

  /** The bytes as they were drawn. Throws `notices.not-yet-drawn`. */
  async pdfOf(tx: Transaction, id: string): Promise<Buffer> {
    const row = await this.visible(tx, id);
    if (!row.sha256) throw new DomainError('notices.not-yet-drawn', 'conflict');
    return (await this.files.read(tx, row.sha256)).bytes;
  }

  private async visible(tx: Transaction, id: string): Promise<LetterRow> {
    const row = await this.store.find(tx, id);
    if (!maySee(tx, row))
      throw goesOnPaper(tx, row) ? new DomainError('notices.goes-on-paper', 'not-found') : DomainError.notFound();
    return row;
  }

  private async takeNumber(tx: Transaction, options: IssueOptions): Promise<NumberTaken> {
    if (options.externalNumber !== undefined) {
      const number = readExternalNumber(options.externalNumber);
      if (await this.store.hasNumber(tx, number)) throw numberTaken(number);
      return { serial: null, branch: null, number };
    }
    const year = fiscalYearOf(options.issuedOn);
    const { code: sectionCode } = await this.municipalities.sectionOf(tx, options.sectionId);
    if (options.branchOf !== undefined) return this.takeBranch(tx, options.branchOf, sectionCode);
    for (;;) {
      const serial = await this.store.takeSerial(tx, options.sectionId, year);
      const number = documentNumber({ fiscalYear: year, sectionCode, serial, branch: null });
      // somebody may have typed in this very number before the series came to it
      if (!(await this.store.hasNumber(tx, number))) return { serial, branch: null, number };
    }
  }

  private async takeBranch(tx: Transaction, letterId: string, sectionCode: string): Promise<NumberTaken> {
    const parent = await this.store.findForUpdate(tx, letterId);
    if (parent.serial === null) throw new DomainError('notices.no-branch-of-foreign-number', 'conflict');
    const branch = await this.store.nextBranch(tx, parent);
    const { serial } = parent;
    const year = fiscalYear(parent.fiscalYear);
    return { serial, branch, number: documentNumber({ fiscalYear: year, sectionCode, serial, branch }) };
  }
}

const forOrganization = (letter: Letter): { organizationId?: string } =>
  letter.organizationId === null ? {} : { organizationId: letter.organizationId };

const numberTaken = (number: string | null): DomainError =>
  DomainError.invalid([{ pointer: 'externalNumber', code: 'notices.number-taken', params: { number } }]);

/** A letter with a blank in a name must not get a number. */
function refuseUncovered(letter: Letter): void {
  const characters = uncoveredCharacters(textOf(letter));
  if (characters.length > 0) {
    throw new DomainError('notices.uncovered-characters', 'invalid', { characters: characters.join(' ') });
  }
}

/** Staff see every letter; officers see what lies in their own inbox, and nothing before it is drawn and its day has come. */
function maySee({ actor, today }: Transaction, row: LetterRow): boolean {
  if (actor.kind !== 'officer') return actor.kind !== 'public';
  return actor.organizationId === row.organizationId && row.delivery === 'electronic' && isOut(row, today);
}

/** The organisation knows of it, and where it lies: on its table. */
const goesOnPaper = ({ actor, today }: Transaction, row: LetterRow): boolean =>
  actor.kind === 'officer' && actor.organizationId === row.organizationId && isOut(row, today);

const isOut = ({ state, issuedOn }: LetterRow, today: LocalDate): boolean => state === 'drawn' && issuedOn <= today;
