import { Injectable } from '@nestjs/common';
import { requireOwnOrganization } from '../../kernel/actor.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  compared,
  givenSides,
  originsOf,
  type AnswerOrigin,
  type ComparedPoint,
  type Opinion,
} from '../domain/opinion.js';
import { isDecided, isTold, SIDES, type Verification } from '../domain/verification.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';

/** A verification as everyone may read it: no names of persons, only what each side said and what was decided. */
export interface PublishedVerification {
  readonly id: string;
  readonly grantId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly title: string;
  readonly year: FiscalYear;
  readonly points: readonly ComparedPoint[];
  /** Of each side that answered, in their order. */
  readonly origins: readonly AnswerOrigin[];
  /** In words: 継続, 拡充, 見直し, 終了, as the town calls it. */
  readonly direction: string;
  readonly reason: string;
  readonly decidedOn: LocalDate;
  readonly publishedOn: LocalDate;
}

/** 検証 as the desks and later stages read it. */
@Injectable()
export class VerificationDirectory {
  constructor(
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
  ) {}

  /** Throws not-found for another organisation's officer. */
  get(tx: Transaction, id: string): Promise<Verification> {
    return this.verifications.find(tx, id);
  }

  /** null while it is not published. */
  async published(tx: Transaction, grantId: string): Promise<PublishedVerification | null> {
    const [found] = await this.verifications.list(tx, { states: ['published'], grantId });
    return found ? this.asPublished(tx, found) : null;
  }

  /** Throws not-found for what is not published. */
  async publishedOne(tx: Transaction, id: string): Promise<PublishedVerification> {
    return this.asPublished(tx, await this.verifications.published(tx, id));
  }

  /** Newest year first. */
  publishedList(tx: Transaction): Promise<Verification[]> {
    return this.verifications.list(tx, { states: ['published'] });
  }

  /** null where none was opened; throws not-found for another organisation's officer. */
  ofGrant(tx: Transaction, grantId: string): Promise<Verification | null> {
    return this.verifications.ofGrant(tx, grantId);
  }

  /** What was decided of the organisation's projects of a programme in the years before, newest first; of one project with its `line` of applications. */
  async earlierOf(
    tx: Transaction,
    { organizationId, programId, fiscalYear }: Pick<Verification, 'organizationId' | 'programId' | 'fiscalYear'>,
    line: ReadonlySet<string> | null,
  ): Promise<Verification[]> {
    requireOwnOrganization(tx.actor, organizationId);
    const all = await this.verifications.list(tx, { organizationId, programId });
    const stands = tx.actor.kind === 'officer' ? isTold : isDecided;
    return all.filter(
      (each) => each.fiscalYear < fiscalYear && stands(each) && (line?.has(each.applicationId) ?? true),
    );
  }

  /** Open ones that the officer's organisation has not answered. */
  async waitingForOrganization(tx: Transaction, organizationId: string): Promise<Verification[]> {
    requireOwnOrganization(tx.actor, organizationId);
    const open = await this.verifications.list(tx, { organizationId, states: ['open'] });
    const given = await this.opinions.givenOf(
      tx,
      open.map(({ id }) => id),
    );
    return open.filter(({ id }) => !given.get(id)?.has('organization'));
  }

  private async asPublished(tx: Transaction, verification: Verification): Promise<PublishedVerification> {
    const { directionLabel, decidedOn, publishedOn, fiscalYear: year } = verification;
    const { id, grantId, organizationId, organizationName, programName, title, reason } = verification;
    if (directionLabel === null || decidedOn === null || publishedOn === null) {
      throw new Error(`the published verification ${id} has no direction`);
    }
    const opinions = await this.opinions.of(tx, id);
    const given = givenSides(opinions);
    return {
      ...{ id, grantId, organizationId, organizationName, programName, title, year, reason, decidedOn, publishedOn },
      direction: directionLabel,
      origins: originsOf(opinions),
      points: compared(
        pointsIn(opinions),
        SIDES.filter((side) => given.has(side)),
        opinions,
      ),
    };
  }
}

/** As they were asked: every given sheet holds them all. */
const pointsIn = (opinions: readonly Opinion[]): { id: string; label: string }[] =>
  (opinions.find(({ given }) => given !== null)?.given ?? []).map(({ point: id, label }) => ({ id, label }));
