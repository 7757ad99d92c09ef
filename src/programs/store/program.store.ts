import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { EVERY_CHANGE } from '../domain/change-rules.js';
import type { ProgramDocument } from '../domain/program-document.js';
import { reportOf } from '../domain/report-form.js';
import type { ProgramVersion } from '../domain/program-version.js';
import { ProgramRow } from './program-row.js';
import { ProgramVersionRow } from './program-version-row.js';

/** Rows of programmes and their versions; the database itself refuses to change a published one. */
@Injectable()
export class ProgramStore {
  async addProgram(tx: Transaction, program: { readonly id: string; readonly code: string }): Promise<void> {
    await tx.manager.insert(ProgramRow, { ...program, municipalityId: tx.municipalityId, createdAt: tx.now });
  }

  async hasCode(tx: Transaction, code: string): Promise<boolean> {
    return tx.manager.existsBy(ProgramRow, { code });
  }

  /** null where the town has no such programme. */
  async programWithCode(tx: Transaction, code: string): Promise<string | null> {
    return (await tx.manager.findOneBy(ProgramRow, { code }))?.id ?? null;
  }

  async addDraft(
    tx: Transaction,
    draft: Pick<ProgramVersion, 'id' | 'programId' | 'number' | 'document'>,
  ): Promise<void> {
    await tx.manager.insert(ProgramVersionRow, {
      ...draft,
      ...searchable(draft.document),
      ...changedNow(tx),
      municipalityId: tx.municipalityId,
      state: 'draft',
      version: 1,
    });
  }

  /** Throws not-found. */
  async version(tx: Transaction, id: string): Promise<ProgramVersion> {
    const row = await tx.manager.findOneBy(ProgramVersionRow, { id });
    if (!row) throw DomainError.notFound();
    return toVersion(row);
  }

  /** The same, and nobody else changes it until this transaction ends. */
  async versionForUpdate(tx: Transaction, id: string): Promise<ProgramVersion> {
    const row = await tx.manager.findOne(ProgramVersionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw DomainError.notFound();
    return toVersion(row);
  }

  /** The same for whoever builds on it: until this transaction ends it is neither published over nor taken back. */
  async versionForBuilding(tx: Transaction, id: string): Promise<ProgramVersion> {
    const row = await tx.manager.findOne(ProgramVersionRow, { where: { id }, lock: { mode: 'pessimistic_read' } });
    if (!row) throw DomainError.notFound();
    return toVersion(row);
  }

  /** Newest year and edition first; empty for an unknown programme. */
  async versionsOf(tx: Transaction, programId: string): Promise<ProgramVersion[]> {
    const rows = await tx.manager.find(ProgramVersionRow, {
      where: { programId },
      order: { fiscalYear: 'DESC', number: 'DESC' },
    });
    return rows.map(toVersion);
  }

  async all(tx: Transaction): Promise<ProgramVersion[]> {
    const rows = await tx.manager.find(ProgramVersionRow, {
      order: { fiscalYear: 'DESC', programId: 'ASC', number: 'DESC' },
    });
    return rows.map(toVersion);
  }

  /** Of each programme and year the newest published edition, if it opened by this day and is not over for longer than its extensions. */
  async perhapsOpenOn(tx: Transaction, day: LocalDate): Promise<ProgramVersion[]> {
    const open = await tx.query<{ id: string }>(
      `SELECT id FROM (
         SELECT DISTINCT ON (program_id, fiscal_year) id, program_id, fiscal_year, opens_on, closes_on
           FROM program_versions WHERE state = 'published' ORDER BY program_id, fiscal_year, number DESC) newest
        WHERE opens_on <= $1 AND (closes_on >= $1 OR EXISTS (
          SELECT 1 FROM program_extensions e JOIN program_versions v ON v.id = e.program_version_id
           WHERE v.program_id = newest.program_id AND v.fiscal_year = newest.fiscal_year AND e.closes_on >= $1))`,
      [day],
    );
    return this.inOrder(
      tx,
      open.map(({ id }) => id),
    );
  }

  /** Of each of these programmes and years the newest published edition. */
  async newestPublished(
    tx: Transaction,
    keys: readonly { readonly programId: string; readonly fiscalYear: FiscalYear }[],
  ): Promise<ProgramVersion[]> {
    const newest = await tx.query<{ id: string }>(
      `SELECT DISTINCT ON (program_id, fiscal_year) id FROM program_versions
        WHERE state = 'published'
          AND (program_id, fiscal_year) IN (SELECT * FROM unnest($1::uuid[], $2::int[]))
        ORDER BY program_id, fiscal_year, number DESC`,
      [keys.map(({ programId }) => programId), keys.map(({ fiscalYear }) => fiscalYear)],
    );
    return this.inOrder(
      tx,
      newest.map(({ id }) => id),
    );
  }

  private async inOrder(tx: Transaction, ids: readonly string[]): Promise<ProgramVersion[]> {
    const rows = await tx.manager.find(ProgramVersionRow, {
      where: { id: In([...ids]) },
      order: { closesOn: 'ASC', id: 'ASC' },
    });
    return rows.map(toVersion);
  }

  /** Until the transaction ends nobody else begins a draft of this programme, nor moves one to another year. */
  async holdForDraft(tx: Transaction, programId: string): Promise<void> {
    await tx.manager.findOne(ProgramRow, { where: { id: programId }, lock: { mode: 'for_no_key_update' } });
  }

  /** Throws stale when the draft was saved since `version`. */
  async saveDraft(
    tx: Transaction,
    { id, version, number, document }: Pick<ProgramVersion, 'id' | 'version' | 'number' | 'document'>,
  ): Promise<void> {
    const changes = { number, document, ...searchable(document), ...changedNow(tx), version: version + 1 };
    const { affected } = await tx.manager.update(ProgramVersionRow, { id, version, state: 'draft' }, changes);
    if (affected === 0) throw DomainError.stale();
  }

  /** With its programme, where it was the only edition. Throws stale when the draft was saved since `version`. */
  async discard(
    tx: Transaction,
    { id, programId, version }: Pick<ProgramVersion, 'id' | 'programId' | 'version'>,
  ): Promise<void> {
    const { affected } = await tx.manager.delete(ProgramVersionRow, { id, version, state: 'draft' });
    if (affected === 0) throw DomainError.stale();
    if (!(await tx.manager.existsBy(ProgramVersionRow, { programId }))) {
      await tx.manager.delete(ProgramRow, { id: programId });
    }
  }

  async publish(tx: Transaction, id: string, version: number): Promise<void> {
    const { affected } = await tx.manager.update(
      ProgramVersionRow,
      { id, version, state: 'draft' },
      { state: 'published', publishedAt: tx.now, publishedBy: tx.actor.name, version: version + 1 },
    );
    if (affected === 0) throw DomainError.stale();
  }

  async withdraw(tx: Transaction, id: string, version: number, reason: string): Promise<void> {
    const taken = { withdrawnAt: tx.now, withdrawnBy: tx.actor.name, withdrawalReason: reason };
    const { affected } = await tx.manager.update(
      ProgramVersionRow,
      { id, version, state: 'published' },
      { ...taken, state: 'withdrawn', version: version + 1 },
    );
    if (affected === 0) throw DomainError.stale();
  }

  /** Waits for whoever builds on a published edition of this programme and year, and keeps others from it until the commit. */
  async holdPublished(tx: Transaction, programId: string, fiscalYear: FiscalYear): Promise<void> {
    await tx.manager.find(ProgramVersionRow, {
      where: { programId, fiscalYear, state: 'published' },
      order: { number: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }
}

const searchable = ({ fiscalYear, timetable }: ProgramDocument) => ({
  fiscalYear,
  opensOn: timetable.opens,
  closesOn: timetable.closes,
});

const changedNow = (tx: Transaction) => ({ changedAt: tx.now, changedBy: tx.actor.name });

const toVersion = ({
  municipalityId: _town,
  fiscalYear: _year,
  opensOn: _opens,
  closesOn: _closes,
  document,
  ...version
}: ProgramVersionRow): ProgramVersion => ({
  ...version,
  document: {
    ...document,
    panel: document.panel ?? null,
    changes: (document as Partial<ProgramDocument>).changes ?? EVERY_CHANGE,
    report: reportOf(document.report, document.payment),
    letters: withWordings(document.letters),
  },
});

/** Documents stored before programmes had words of their own hold none. */
const withWordings = ({
  decision,
  receipt,
  claim,
  ...later
}: ProgramDocument['letters']): ProgramDocument['letters'] => ({
  ...later,
  decision: { ...decision, wording: decision.wording ?? null },
  receipt: { ...receipt, wording: receipt.wording ?? null },
  claim: { ...claim, wording: claim.wording ?? null },
});
