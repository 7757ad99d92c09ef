import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { HALL_DUTIES, hasDuty, requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { pointsOf } from '../../kernel/verification-sheet.js';
import { Letters } from '../../notices/index.js';
import { Sittings, type Sitting } from '../../panels/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import { compared, givenSides, type ComparedPoint, type Opinion } from '../domain/opinion.js';
import {
  isDecided,
  isTold,
  shownSides,
  sidesOf,
  waitingFor,
  type Side,
  type Verification,
  type VerificationState,
} from '../domain/verification.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';
import { PROJECT_DIRECTION } from './noted.js';
import { VerificationDirectory } from './verification-directory.js';
import { PanelTables, type PanelTable } from './panel-table.js';
import { VerificationGrounds, type VerificationGround } from './verification-grounds.js';

/** What the list of staff is narrowed to. */
export interface DeskFilter {
  readonly fiscalYear: FiscalYear | null;
  readonly programId: string | null;
  readonly state: VerificationState | null;
}

export interface VerificationLine {
  readonly verification: Verification;
  readonly given: ReadonlySet<Side>;
}

export interface VerificationDesk {
  readonly lines: readonly VerificationLine[];
  /** Of everything there is, for the filters. */
  readonly years: readonly FiscalYear[];
  readonly programs: readonly { readonly id: string; readonly name: string }[];
  readonly today: LocalDate;
}

/** One verification as its reader may see it: before the direction stands, an officer sees the own opinion alone. */
export interface VerificationPage extends VerificationGround {
  readonly verification: Verification;
  readonly asked: readonly Side[];
  readonly opinions: readonly Opinion[];
  /** The panel that was put in charge; for staff. */
  readonly table: PanelTable | null;
  /** The meetings that may be put in charge; for promotion staff while it is open. */
  readonly meetings: readonly Sitting[];
  readonly points: readonly ComparedPoint[];
  /** Whose opinion has to come before the direction is decided. */
  readonly waiting: readonly Side[];
  readonly draft: DraftRef | null;
  /** The town decides the direction by a draft. */
  readonly byDraft: boolean;
  readonly earlier: readonly Verification[];
  /** Who reads can open 検証結果通知書; an officer only where it lies in their inbox. */
  readonly letterOpens: boolean;
  readonly today: LocalDate;
}

/** 検証 for the desks. */
@Injectable()
export class ViewVerifications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
    private readonly grounds: VerificationGrounds,
    private readonly directory: VerificationDirectory,
    private readonly letters: Letters,
    private readonly drafts: Drafts,
    private readonly authority: Authority,
    private readonly tables: PanelTables,
    private readonly sittings: Sittings,
  ) {}

  desk(actor: Actor, { fiscalYear, programId, state }: DeskFilter): Promise<VerificationDesk> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const all = await this.verifications.list(tx);
      const shown = all
        .filter((each) => fiscalYear === null || each.fiscalYear === fiscalYear)
        .filter((each) => programId === null || each.programId === programId)
        .filter((each) => state === null || each.state === state);
      return {
        lines: await this.lines(tx, shown),
        years: [...new Set(all.map((each) => each.fiscalYear))],
        programs: [...new Map(all.map((each) => [each.programId, each.programName]))].map(([id, name]) => ({
          id,
          name,
        })),
        today: tx.today,
      };
    });
  }

  /** Of the officer's own organisation, newest year first. */
  ofOwnOrganization(actor: Actor): Promise<readonly VerificationLine[]> {
    if (actor.kind !== 'officer') throw DomainError.notFound();
    const { organizationId } = actor;
    return this.unitOfWork.read(actor, async (tx) => {
      const all = await this.verifications.list(tx, { organizationId });
      return this.lines(
        tx,
        all.filter(({ state }) => state !== 'withdrawn').map((each) => asTold(tx, each)),
      );
    });
  }

  /** Throws not-found for another organisation's officer, and for an officer where it was given up. */
  async one(actor: Actor, id: string): Promise<VerificationPage> {
    if (actor.kind !== 'officer') requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const found = await this.verifications.find(tx, id);
      if (actor.kind === 'officer' && found.state === 'withdrawn') throw DomainError.notFound();
      const verification = asTold(tx, found);
      const ground = await this.grounds.of(tx, verification);
      const all = await this.opinions.of(tx, id);
      const asked = shownSides(sidesOf(ground.sheet), found, givenSides(all));
      const opinions = all.filter(({ side }) => actor.kind !== 'officer' || side === 'organization' || isTold(found));
      const staffs = actor.kind === 'staff';
      const chooses = hasDuty(actor, 'promotion') && found.state === 'open' && asked.includes('panel');
      return {
        ...ground,
        ...{ verification, asked, opinions },
        table: staffs ? await this.tables.of(tx, verification) : null,
        meetings: chooses ? await this.sittings.since(tx, verification.openedOn) : [],
        points: compared(pointsOf(ground.sheet), asked, opinions),
        waiting: waitingFor(verification, sidesOf(ground.sheet), givenSides(all), tx.today),
        draft: actor.kind === 'officer' ? null : await this.drafts.openFor(tx, PROJECT_DIRECTION, id),
        letterOpens: (await this.letters.forSubject(tx, PROJECT_DIRECTION, id)).length > 0,
        byDraft: await this.authority.rules(tx, PROJECT_DIRECTION),
        earlier: await this.directory.earlierOf(tx, verification, await this.grounds.projectLine(tx, verification)),
        today: tx.today,
      };
    });
  }

  private async lines(tx: Transaction, shown: readonly Verification[]): Promise<VerificationLine[]> {
    const given = await this.opinions.givenOf(
      tx,
      shown.map(({ id }) => id),
    );
    return shown.map((verification) => ({ verification, given: given.get(verification.id) ?? new Set<Side>() }));
  }
}

/** What is only proposed, or has not gone out as a letter, is nobody's business outside the town hall. */
const asTold = ({ actor }: Transaction, verification: Verification): Verification =>
  actor.kind === 'officer' && (verification.state === 'proposed' || isDecided(verification)) && !isTold(verification)
    ? { ...verification, state: 'proposed', direction: null, directionLabel: null, reason: '', decidedOn: null }
    : verification;
