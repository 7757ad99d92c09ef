import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { dayInJapan, type LocalDate } from '../../kernel/local-date.js';
import type { Working } from '../../kernel/working.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  acceptancePeriod,
  isOpenAt,
  type AcceptancePeriod,
  type PeriodExtension,
} from '../domain/acceptance-period.js';
import type { FactDefinition, RuleInput } from '../domain/amount-rule/amount-rule.js';
import { evaluateRule } from '../domain/amount-rule/evaluate-rule.js';
import { figuresAsked } from '../domain/amount-rule/figures-asked.js';
import type { ProgramDocument } from '../domain/program-document.js';
import { inForceOn, isSupersededBy, type ProgramVersion } from '../domain/program-version.js';
import { ExtensionStore } from '../store/extension.store.js';
import { ProgramStore } from '../store/program.store.js';

/** An edition with the period that holds for it now. */
export interface TimedProgram extends ProgramVersion {
  readonly period: AcceptancePeriod;
}

/** The programmes as the later stages ask for them, in their own transaction. */
@Injectable()
export class Programs {
  constructor(
    private readonly store: ProgramStore,
    private readonly extensions: ExtensionStore,
  ) {}

  /** Throws not-found; an officer never sees a draft. */
  async version(tx: Transaction, versionId: string): Promise<ProgramVersion> {
    const version = await this.store.version(tx, versionId);
    if (version.state === 'draft') requireDuty(tx.actor, 'promotion', 'audit', 'administer');
    if (version.state === 'withdrawn') requireDuty(tx.actor, ...HALL_DUTIES);
    return version;
  }

  /** A published edition as everyone may read it, with the period that holds now. Throws not-found for any other. */
  async publishedVersion(tx: Transaction, versionId: string): Promise<TimedProgram> {
    const version = await this.store.version(tx, versionId);
    if (version.state !== 'published') throw DomainError.notFound();
    return { ...version, period: await this.periodOf(tx, version) };
  }

  /**
   * The published edition on which an application begins, or to which one is carried over: until the transaction ends it
   * is not taken back, and no newer one is published beside it. Throws not-found for any other.
   */
  async holdForBuilding(tx: Transaction, versionId: string): Promise<ProgramVersion> {
    const version = await this.store.versionForBuilding(tx, versionId);
    if (version.state !== 'published') throw DomainError.notFound();
    return version;
  }

  /** The published edition that this one follows, of the same year or an earlier one; null for the first. Staff only. */
  async predecessorOf(
    tx: Transaction,
    { programId, number, document: { fiscalYear } }: Pick<ProgramVersion, 'programId' | 'number' | 'document'>,
  ): Promise<ProgramVersion | null> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    const earlier = (await this.store.versionsOf(tx, programId)).filter(
      ({ number: other, document }) =>
        document.fiscalYear < fiscalYear || (document.fiscalYear === fiscalYear && other < number),
    );
    return earlier.find(({ state }) => state === 'published') ?? null;
  }

  /** Whether a newer published edition of the same year holds in the place of this one. */
  async isSuperseded(tx: Transaction, version: ProgramVersion): Promise<boolean> {
    const [newest] = await this.store.newestPublished(tx, [
      { programId: version.programId, fiscalYear: version.document.fiscalYear },
    ]);
    return isSupersededBy(version, newest ? [newest] : []);
  }

  /** What can be applied for at this moment: of each programme and year the newest published edition. */
  async openVersions(tx: Transaction, at: Date = tx.now): Promise<TimedProgram[]> {
    const versions = await this.withPeriods(tx, await this.store.perhapsOpenOn(tx, dayInJapan(at)));
    return versions.filter(({ period }) => isOpenAt(period, at));
  }

  /** The newest published edition of each of these programmes and years, open or not. */
  async newestPublished(
    tx: Transaction,
    keys: readonly { readonly programId: string; readonly fiscalYear: FiscalYear }[],
  ): Promise<TimedProgram[]> {
    return keys.length === 0 ? [] : this.withPeriods(tx, await this.store.newestPublished(tx, keys));
  }

  /** Of the year of this edition the one that was in force on a day. Throws not-found where none is published. */
  async editionInForce(tx: Transaction, versionId: string, day: LocalDate): Promise<ProgramVersion> {
    const { programId, document } = await this.version(tx, versionId);
    const editions = (await this.store.versionsOf(tx, programId)).filter(
      (each) => each.state === 'published' && each.document.fiscalYear === document.fiscalYear,
    );
    const inForce = inForceOn(editions, day);
    if (!inForce) throw DomainError.notFound();
    return inForce;
  }

  /** 受付期間 with its extensions; the same for every edition of the programme's year that ends on the same day. */
  async periodOf(tx: Transaction, version: Pick<ProgramVersion, 'programId' | 'document'>): Promise<AcceptancePeriod> {
    return acceptancePeriod(version.document.timetable, await this.extensionsOf(tx, version));
  }

  /** Newest first. */
  extensionsOf(
    tx: Transaction,
    { programId, document }: Pick<ProgramVersion, 'programId' | 'document'>,
  ): Promise<PeriodExtension[]> {
    return this.extensions.of(tx, programId, document.fiscalYear);
  }

  /** Of each programme and year the newest published edition, newest year first. Staff only. */
  async published(tx: Transaction): Promise<ProgramVersion[]> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    const editions = (await this.store.all(tx)).filter(({ state }) => state === 'published');
    return editions.filter(
      ({ programId, document }, index) =>
        editions.findIndex(
          (other) => other.programId === programId && other.document.fiscalYear === document.fiscalYear,
        ) === index,
    );
  }

  /** Every edition of the programme with this code, drafts included, newest first; null where the town has no such programme. */
  async editionsOf(tx: Transaction, code: string): Promise<readonly ProgramVersion[] | null> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    const programId = await this.store.programWithCode(tx, code);
    return programId === null ? null : this.store.versionsOf(tx, programId);
  }

  /** Every edition, drafts included, newest year first. */
  listForStaff(tx: Transaction): Promise<ProgramVersion[]> {
    requireDuty(tx.actor, 'promotion', 'approve', 'audit', 'administer', 'treasury-check', 'treasury-decide');
    return this.store.all(tx);
  }

  /** What staff must know of every organisation in this year, because a published programme counts it; each once. */
  async figuresAsked(tx: Transaction, fiscalYear: FiscalYear): Promise<FactDefinition[]> {
    const published = (await this.listForStaff(tx)).filter(
      ({ state, document }) => state === 'published' && document.fiscalYear === fiscalYear,
    );
    const newest = new Map(published.toSorted((a, b) => a.number - b.number).map((each) => [each.programId, each]));
    return figuresAsked([...newest.values()].map(({ document }) => document.rule));
  }

  /** The amount in yen for these facts and costs, with its working. */
  working(program: { readonly document: ProgramDocument }, input: RuleInput): Working {
    return evaluateRule(program.document.rule, input);
  }

  private async withPeriods(tx: Transaction, versions: readonly ProgramVersion[]): Promise<TimedProgram[]> {
    const timed: TimedProgram[] = [];
    for (const version of versions) timed.push({ ...version, period: await this.periodOf(tx, version) });
    return timed;
  }
}
