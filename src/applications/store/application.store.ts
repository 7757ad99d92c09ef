import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { requireDuty, requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, fiscalYearOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Application } from '../domain/application.js';
import type { PaperEntry } from '../domain/paper.js';
import { receivedNumber } from '../domain/received-number.js';
import type { Withdrawal } from '../domain/withdrawal.js';
import { ApplicationRow } from './application-row.js';

type NewApplication = Pick<
  Application,
  | 'id'
  | 'organizationId'
  | 'organizationName'
  | 'programId'
  | 'programVersionId'
  | 'fiscalYear'
  | 'paper'
  | 'proposalId'
  | 'continuation'
  | 'continuesId'
> & { readonly startRequestId: string };
type YearKey = Pick<Application, 'organizationId' | 'programId' | 'fiscalYear'>;
type Change = Partial<
  Pick<
    ApplicationRow,
    | 'programVersionId'
    | 'knownVersionId'
    | 'continuation'
    | 'continuesId'
    | 'state'
    | 'round'
    | 'receivedNumber'
    | 'receivedOn'
    | 'submittedAt'
    | 'correctBy'
    | 'lateAcceptanceId'
  > & { readonly withdrawal: Withdrawal; readonly paper: PaperEntry | null }
>;

/** Rows of applications, always loaded through the actor: another organisation's does not exist. */
@Injectable()
export class ApplicationStore {
  /**
   * Until the transaction ends nobody else begins or sends an application of this organisation, programme and year: what
   * is counted stays counted.
   */
  async lockYear(tx: Transaction, { organizationId, programId, fiscalYear: year }: YearKey): Promise<void> {
    const name = ['applications', tx.municipalityId, organizationId, programId, String(year)].join('/');
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }

  async add(tx: Transaction, { paper, ...application }: NewApplication): Promise<void> {
    await tx.manager.insert(ApplicationRow, {
      ...application,
      ...paperColumns(paper),
      municipalityId: tx.municipalityId,
      state: 'draft',
      version: 1,
      startedAt: tx.now,
      startedBy: tx.actor.name,
    });
  }

  /** What this request began before, for whom it was given out. */
  async begunBy(tx: Transaction, organizationId: string, startRequestId: string): Promise<Application | null> {
    requireOwnOrganization(tx.actor, organizationId);
    const row = await tx.manager.findOneBy(ApplicationRow, { organizationId, startRequestId });
    return row && toApplication(row);
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Application> {
    return visibleTo(tx, await tx.manager.findOneBy(ApplicationRow, { id }));
  }

  /** The same, and nobody else changes it until this transaction ends. */
  async getForUpdate(tx: Transaction, id: string): Promise<Application> {
    const row = await tx.manager.findOne(ApplicationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return visibleTo(tx, row);
  }

  /** The same against a change of state only: several officers save their sections side by side. */
  async getForEditing(tx: Transaction, id: string): Promise<Application> {
    const row = await tx.manager.findOne(ApplicationRow, { where: { id }, lock: { mode: 'pessimistic_read' } });
    return visibleTo(tx, row);
  }

  /** What the organisation has for this programme and year, without what was withdrawn; oldest first. */
  async ofYear(tx: Transaction, key: YearKey): Promise<Application[]> {
    requireOwnOrganization(tx.actor, key.organizationId);
    const { organizationId, programId, fiscalYear: year } = key;
    const rows = await tx.manager.find(ApplicationRow, {
      where: { organizationId, programId, fiscalYear: year, state: Not('withdrawn') },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toApplication);
  }

  async ofOrganization(tx: Transaction, organizationId: string): Promise<Application[]> {
    requireOwnOrganization(tx.actor, organizationId);
    const rows = await tx.manager.find(ApplicationRow, {
      where: { organizationId },
      order: { fiscalYear: 'DESC', startedAt: 'DESC' },
    });
    return rows.map(toApplication);
  }

  /** Of a programme's year, of every organisation unless one is named; in one fixed order. */
  async draftsOf(
    tx: Transaction,
    key: Pick<Application, 'programId' | 'fiscalYear'> & Partial<Pick<Application, 'organizationId'>>,
  ): Promise<Application[]> {
    const rows = await tx.manager.find(ApplicationRow, { where: { ...key, state: 'draft' }, order: { id: 'ASC' } });
    return rows.map(toApplication);
  }

  /** What stands on an edition of a programme, whoever began it. */
  async countOn(tx: Transaction, programVersionId: string): Promise<{ drafts: number; others: number }> {
    const drafts = await tx.manager.countBy(ApplicationRow, { programVersionId, state: 'draft' });
    const others = await tx.manager.countBy(ApplicationRow, { programVersionId, state: Not('draft') });
    return { drafts, others };
  }

  /**
   * The organisation's years with a passed application before this year, and its applications of this year that were
   * received before the given one (while it is not sent itself: all of them).
   */
  async countBefore(
    tx: Transaction,
    { organizationId, programId, fiscalYear: year }: Pick<Application, 'organizationId' | 'programId' | 'fiscalYear'>,
    applicationId: string | null,
  ): Promise<{ years: number; thisYear: number }> {
    requireOwnOrganization(tx.actor, organizationId);
    const [counted] = await tx.query<{ years: number; thisYear: number }>(
      `SELECT count(DISTINCT a.fiscal_year) FILTER (WHERE a.fiscal_year < $3 AND a.state = 'passed')::integer AS years,
              count(*) FILTER (
                WHERE a.fiscal_year = $3 AND a.state IN ('submitted', 'returned', 'passed') AND a.id IS DISTINCT FROM $4::uuid
                  AND (own.id IS NULL OR (a.received_on, length(a.received_number), a.received_number)
                                       < (own.received_on, length(own.received_number), own.received_number))
              )::integer AS "thisYear"
         FROM applications a
         LEFT JOIN applications own ON own.id = $4::uuid AND own.round > 0
        WHERE a.organization_id = $1 AND a.program_id = $2`,
      [organizationId, programId, year, applicationId],
    );
    return counted ?? { years: 0, thisYear: 0 };
  }

  /** This application and those with whose project it goes on, the newest first. */
  async projectLine(tx: Transaction, id: string): Promise<{ id: string; proposalId: string | null }[]> {
    await this.get(tx, id);
    return tx.query(
      `WITH RECURSIVE line AS (
         SELECT id, continues_id, proposal_id, fiscal_year FROM applications WHERE id = $1
         UNION SELECT a.id, a.continues_id, a.proposal_id, a.fiscal_year
                 FROM applications a JOIN line ON a.id = line.continues_id)
       SELECT id, proposal_id AS "proposalId" FROM line ORDER BY fiscal_year DESC`,
      [id],
    );
  }

  /** Sent and not withdrawn, in the order of reception. */
  async sentFor(tx: Transaction, key: Pick<Application, 'programId' | 'fiscalYear'>): Promise<Application[]> {
    const rows = await tx.manager.find(ApplicationRow, {
      where: { ...key, state: In(['submitted', 'returned', 'passed']) },
    });
    return rows.map(toApplication).toSorted(byReception);
  }

  /** The same of one organisation, of every programme, without the given one. */
  async otherSentOfYear(
    tx: Transaction,
    { id, organizationId, fiscalYear: year }: Pick<Application, 'id' | 'organizationId' | 'fiscalYear'>,
  ): Promise<Application[]> {
    requireOwnOrganization(tx.actor, organizationId);
    const rows = await tx.manager.find(ApplicationRow, {
      where: { organizationId, fiscalYear: year, id: Not(id), state: In(['submitted', 'returned', 'passed']) },
    });
    return rows.map(toApplication).toSorted(byReception);
  }

  /** The years up to this one of which something was sent and stands, newest first. */
  async yearsSent(tx: Transaction, programId: string, upTo: FiscalYear): Promise<FiscalYear[]> {
    const rows = await tx.query<{ year: number }>(
      `SELECT DISTINCT fiscal_year AS year FROM applications
        WHERE program_id = $1 AND fiscal_year <= $2 AND state IN ('submitted', 'returned', 'passed')
        ORDER BY fiscal_year DESC`,
      [programId, upTo],
    );
    return rows.map(({ year }) => fiscalYear(year));
  }

  /** Under review or through it, of these programmes, in the order of reception. */
  async underReviewFor(tx: Transaction, programIds: readonly string[]): Promise<Application[]> {
    const rows = await tx.manager.find(ApplicationRow, {
      where: { programId: In([...programIds]), state: In(['submitted', 'passed']) },
      order: { receivedOn: 'ASC', receivedNumber: 'ASC' },
    });
    return rows.map(toApplication);
  }

  /** Begun from these proposals and not taken back; an officer meets their own organisation's. */
  async ofProposals(tx: Transaction, proposalIds: readonly string[]): Promise<Application[]> {
    const { actor } = tx;
    const own = actor.kind === 'officer' ? { organizationId: actor.organizationId } : {};
    const where = { ...own, proposalId: In([...proposalIds]), state: Not('withdrawn' as const) };
    return (await tx.manager.find(ApplicationRow, { where })).map(toApplication);
  }

  async withdrawnAmong(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const where = { id: In([...ids]), state: 'withdrawn' } as const;
    const rows = await tx.manager.find(ApplicationRow, { select: { municipalityId: true, id: true }, where });
    return new Set(rows.map(({ id }) => id));
  }

  async passed(tx: Transaction): Promise<Application[]> {
    const rows = await tx.manager.find(ApplicationRow, {
      where: { state: 'passed' },
      order: { receivedNumber: 'ASC' },
    });
    return rows.map(toApplication);
  }

  /** The caller holds the row (`getForUpdate`). */
  async change(tx: Transaction, { id, version }: Application, { withdrawal, paper, ...change }: Change): Promise<void> {
    const asked = withdrawal && {
      withdrawalAskedAt: withdrawal.askedAt,
      withdrawalAskedBy: withdrawal.askedBy,
      withdrawalReason: withdrawal.reason,
    };
    const next = { ...change, ...asked, ...(paper && paperColumns(paper)), version: version + 1 };
    const { affected } = await tx.manager.update(ApplicationRow, { id, version }, next);
    if (affected === 0) throw DomainError.stale();
  }

  /** Takes the next 収受番号 of the town's year; a transaction that fails gives it back, so the series has no gaps. */
  async takeReceivedNumber(tx: Transaction): Promise<string> {
    const year = fiscalYearOf(tx.today);
    const [taken] = await tx.query<{ number: number }>(
      `INSERT INTO reception_series (municipality_id, fiscal_year, last_number) VALUES ($1, $2, 1)
       ON CONFLICT (municipality_id, fiscal_year) DO UPDATE SET last_number = reception_series.last_number + 1
       RETURNING last_number AS number`,
      [tx.municipalityId, year],
    );
    if (!taken) throw new Error('the reception series returned no number');
    return receivedNumber(year, taken.number);
  }
}

const paperColumns = (paper: PaperEntry | null) => ({
  paperReceivedOn: paper?.receivedOn ?? null,
  paperEnteredBy: paper?.enteredBy ?? null,
  paperEnteredAt: paper?.enteredAt ?? null,
});

function visibleTo(tx: Transaction, row: ApplicationRow | null): Application {
  if (!row) throw DomainError.notFound();
  requireOwnOrganization(tx.actor, row.organizationId);
  if (tx.actor.kind === 'staff') {
    requireDuty(tx.actor, 'promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit');
  }
  return toApplication(row);
}

/** The number at the end of a 収受番号 counts: the tenth comes after the ninth. */
const byReception = (one: Application, other: Application): number =>
  (one.receivedOn ?? '').localeCompare(other.receivedOn ?? '') ||
  (one.receivedNumber ?? '').localeCompare(other.receivedNumber ?? '', 'ja', { numeric: true });

const toApplication = ({
  municipalityId: _town,
  startedAt: _at,
  startedBy: _by,
  startRequestId: _request,
  withdrawalAskedAt: askedAt,
  withdrawalAskedBy: askedBy,
  withdrawalReason: reason,
  paperReceivedOn: receivedOn,
  paperEnteredBy: enteredBy,
  paperEnteredAt: enteredAt,
  ...row
}: ApplicationRow): Application => ({
  ...row,
  paper: receivedOn === null || enteredBy === null || enteredAt === null ? null : { receivedOn, enteredBy, enteredAt },
  withdrawal: askedAt === null || askedBy === null || reason === null ? null : { askedAt, askedBy, reason },
  fiscalYear: fiscalYear(row.fiscalYear),
});
