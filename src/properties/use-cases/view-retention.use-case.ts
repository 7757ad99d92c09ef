import { Injectable } from '@nestjs/common';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import { retentionDayOf } from '../../kernel/keeping-terms.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { keepingTermsOf } from '../../programs/index.js';
import { RecordDisposalStore, type RecordDisposal } from '../store/record-disposal.store.js';

/** How long the papers of one grant are kept, and what was decided about them afterwards. */
export interface Retention {
  readonly grant: GrantView;
  readonly until: LocalDate;
  readonly years: number;
  readonly article: string;
  readonly disposal: RecordDisposal | null;
}

export interface RetentionDesk {
  /** 保存期間を過ぎた and nothing decided. */
  readonly passed: readonly Retention[];
  readonly kept: readonly Retention[];
  readonly decided: readonly Retention[];
  readonly today: LocalDate;
}

/** 保存期間 of the papers of every grant; the oldest day first. */
@Injectable()
export class ViewRetention {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantDirectory,
    private readonly records: RecordDisposalStore,
  ) {}

  execute(actor: Actor): Promise<RetentionDesk> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const decided = await this.records.all(tx);
      const all = (await this.grants.list(tx))
        .filter(({ issuedOn }) => issuedOn !== null)
        .map((grant) => retentionOf(grant, decided.get(grant.id) ?? null))
        .sort((one, other) => (one.until === other.until ? 0 : one.until < other.until ? -1 : 1));
      const open = all.filter(({ disposal }) => disposal === null);
      return {
        passed: open.filter(({ until }) => until < tx.today),
        kept: open.filter(({ until }) => until >= tx.today),
        decided: all.filter(({ disposal }) => disposal !== null),
        today: tx.today,
      };
    });
  }
}

function retentionOf(grant: GrantView, disposal: RecordDisposal | null): Retention {
  const terms = keepingTermsOf(grant.document);
  const until = retentionDayOf(grant.fiscalYear, terms);
  return { grant, until, years: terms.years, article: terms.article, disposal };
}
