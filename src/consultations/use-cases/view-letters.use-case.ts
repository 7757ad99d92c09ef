import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { hasDuty, HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { fiscalYearOf } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Municipalities, type Section } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Authority, StaffDirectory } from '../../staff/index.js';
import type { MayorLetter } from '../domain/mayor-letter.js';
import type { PartOfList } from '../../kernel/part-of-list.js';
import type { VoiceSettings } from '../domain/voice-settings.js';
import { MayorLetterStore, type InCharge } from '../store/mayor-letter.store.js';
import { VoiceSettingsStore } from '../store/voice-settings.store.js';
import { isInCharge } from './handle-letter.use-case.js';
import { MAYOR_LETTER_ANSWER } from './letter-answer-subject.js';

export interface LetterLine {
  readonly letter: MayorLetter;
  /** `まちづくり推進課　良津`; empty while nobody is. */
  readonly inCharge: string;
}

/** A part of a list, and how long the whole is. */
export interface LetterList {
  readonly lines: readonly LetterLine[];
  readonly total: number;
}

export interface LetterDesk {
  readonly open: LetterList;
  /** Of those, how many wait longer than the town allows itself. */
  readonly overdue: number;
  /** Of the year that is looked at. */
  readonly closed: LetterList;
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly today: LocalDate;
}

export interface LetterPage extends LetterLine {
  readonly draft: DraftRef | null;
  /** The town decides answers by a draft. */
  readonly byDraft: boolean;
  /** May write the answer. */
  readonly mayWrite: boolean;
  /** Sees who wrote, and does everything else. */
  readonly mayAct: boolean;
  readonly sections: readonly Section[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly post: string }[];
  readonly settings: VoiceSettings;
  readonly today: LocalDate;
}

/**
 * Letters as those see them who deal with them: promotion staff, the person in charge, the posts on the way of the answer's
 * draft, and the auditor. Who wrote them is for promotion staff alone.
 */
@Injectable()
export class ViewLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: MayorLetterStore,
    private readonly settings: VoiceSettingsStore,
    private readonly municipalities: Municipalities,
    private readonly staff: StaffDirectory,
    private readonly drafts: Drafts,
    private readonly authority: Authority,
  ) {}

  /** What is open, and what of a year (this one unless asked) is closed; others than promotion and auditor see their own. */
  desk(
    actor: Actor,
    asked: FiscalYear | undefined,
    parts: { open: PartOfList; closed: PartOfList },
  ): Promise<LetterDesk> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const year = asked ?? fiscalYearOf(tx.today);
      const line = await this.lineMaker(tx);
      const of = lettersOf(actor);
      const { open: total, overdue } = await this.letters.countOpen(tx, of);
      const closed = await this.letters.closed(tx, year, parts.closed, of);
      return {
        open: { lines: (await this.letters.open(tx, parts.open, of)).map(line), total },
        overdue,
        closed: { lines: closed.letters.map(line), total: closed.total },
        year,
        years: [...new Set([fiscalYearOf(tx.today), ...(await this.letters.years(tx))])],
        today: tx.today,
      };
    });
  }

  /** For the staff's first page. */
  counts(tx: Transaction): Promise<{ unread: number; open: number; overdue: number }> {
    requireDuty(tx.actor, 'promotion', 'audit');
    return this.letters.countOpen(tx);
  }

  /** Throws not-found, and forbidden for who has no part in it. */
  page(actor: Actor, id: string): Promise<LetterPage> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const letter = await this.letters.find(tx, id);
      if (!seesAll(actor) && !isInCharge(actor, letter) && !(await this.drafts.hasPart(tx, MAYOR_LETTER_ANSWER, id)))
        throw DomainError.forbidden();
      const line = await this.lineMaker(tx);
      return {
        ...line(letter),
        draft: await this.drafts.openFor(tx, MAYOR_LETTER_ANSWER, id),
        byDraft: await this.authority.rules(tx, MAYOR_LETTER_ANSWER),
        mayWrite: isInCharge(actor, letter),
        mayAct: hasDuty(actor, 'promotion'),
        sections: await this.municipalities.sections(tx),
        people: (await this.staff.list(tx))
          .filter(({ posts }) => posts.length > 0)
          .map(({ id: staffId, name, posts }) => ({ id: staffId, name, post: posts[0]?.postName ?? '' })),
        settings: await this.settings.read(tx),
        today: tx.today,
      };
    });
  }

  private async lineMaker(tx: Transaction): Promise<(letter: MayorLetter) => LetterLine> {
    const sections = new Map((await this.municipalities.sections(tx)).map(({ id, name }) => [id, name]));
    const people = new Map((await this.staff.list(tx)).map(({ id, name }) => [id, name]));
    const seesWriters = hasDuty(tx.actor, 'promotion');
    return (letter) => ({
      letter: seesWriters ? letter : { ...letter, name: null, mail: null, address: null },
      inCharge: [sections.get(letter.sectionId ?? ''), people.get(letter.staffId ?? '')].filter(Boolean).join('　'),
    });
  }
}

const seesAll = (actor: Actor): boolean => hasDuty(actor, 'promotion') || hasDuty(actor, 'audit');

const lettersOf = (actor: Actor): InCharge =>
  actor.kind === 'staff' && !seesAll(actor) ? { staffId: actor.staffId } : {};
