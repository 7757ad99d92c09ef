import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { fiscalYear, fiscalYearOf } from '../../kernel/fiscal-year.js';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { GrantReportStore } from '../store/grant-report.store.js';
import { isChangeable } from './refuse-unchangeable.js';

/** So many days before its day a 状況報告書 of the programme is asked for: time to write it, and not so much as to forget it. */
const DAYS_BEFORE = 30;

/** The programme names a day by which every organisation reports how far it has come: it is asked as staff would ask. */
@Injectable()
export class AskByTheRule {
  constructor(
    private readonly store: GrantReportStore,
    private readonly grants: GrantDirectory,
  ) {}

  /** Once a grant, in the days before; not where a 状況報告書 was asked for or sent already. Announces ReportAsked. */
  async askDue(tx: Transaction): Promise<void> {
    const year = fiscalYearOf(tx.today);
    for (const each of [fiscalYear(year - 1), year]) {
      for (const grant of await this.grants.list(tx, { state: 'issued', fiscalYear: each })) {
        const dueOn = askedToday(grant, tx.today);
        if (dueOn) await this.ask(tx, grant.id, dueOn);
      }
    }
  }

  private async ask(tx: Transaction, grantId: string, dueOn: LocalDate): Promise<void> {
    const grant = await this.grants.getForUpdate(tx, grantId);
    const reports = await this.store.ofGrant(tx, grantId);
    if (!isChangeable(grant) || reports.some(({ kind }) => kind === 'progress')) return;
    const id = randomUUID();
    const { organizationId } = grant;
    await this.store.add(tx, {
      ...{ id, grantId, organizationId, kind: 'progress', state: 'asked', dueOn },
      ...{ askedAt: tx.now, askedBy: '制度の決まり' },
    });
    const detail = { dueOn };
    tx.audit({ action: 'grant-report.asked', subjectKind: 'grant-report', subjectId: id, organizationId, detail });
    tx.announce({ type: 'ReportAsked', subjectId: id, organizationId });
  }
}

/** The day by which it is asked for, while that day is near; null for a grant decided only after it. */
function askedToday({ document, issuedOn, outcome }: GrantView, today: LocalDate): LocalDate | null {
  const { progressDue } = document.changes;
  if (progressDue === null || issuedOn === null || issuedOn > progressDue || outcome === 'refused') return null;
  return addDays(progressDue, -DAYS_BEFORE) <= today && today <= progressDue ? progressDue : null;
}
