import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { fiscalYearOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { FileStore, type FileContent } from '../../platform/files/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { PublicGrant } from '../domain/public-grant.js';
import { totalOf, type PublicTotal, type GrantQuestion, type PublicSum, type YearSums } from '../domain/public-sums.js';
import { PublicGrantLists, type ListedGrant } from '../store/public-grant-lists.js';
import { PublicGrantStore } from '../store/public-grant.store.js';
import { PublishedProposals } from './published-proposals.js';

export interface PublicGrantsPage extends YearSums {
  readonly question: GrantQuestion;
  /** Years to choose from, newest first; always holds the present year. */
  readonly years: readonly FiscalYear[];
  /** Of every year, oldest first. */
  readonly byYear: readonly PublicSum[];
  readonly rows: readonly ListedGrant[];
  /** Of what was asked for, not only of these rows. */
  readonly found: PublicTotal;
  readonly from: number;
}

/** `year` left out: the newest year with grants, or the present one. */
export type AskedGrants = Partial<GrantQuestion> & { readonly from?: number };

export const GRANTS_ON_A_PAGE = 50;

/** The grants for everyone, without signing in. */
@Injectable()
export class ViewPublicGrants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: PublicGrantLists,
    private readonly store: PublicGrantStore,
    private readonly files: FileStore,
    private readonly proposals: PublishedProposals,
  ) {}

  execute(actor: Actor, asked: AskedGrants = {}): Promise<PublicGrantsPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const byYear = await this.lists.sums(tx, 'year', {});
      const known = byYear.map(({ key }) => Number(key) as FiscalYear);
      const year = asked.year ?? known[0] ?? fiscalYearOf(tx.today);
      const question = { districtId: '', programId: '', field: '', words: '', ...asked, year };
      const from = asked.from ?? 0;
      const found = await this.lists.sums(tx, 'year', question);
      return {
        ...{ year, question, from },
        years: [...new Set([...known, year, fiscalYearOf(tx.today)])].toSorted((a, b) => b - a),
        byYear: byYear.toReversed(),
        rows: await this.lists.page(tx, question, { from, most: GRANTS_ON_A_PAGE }),
        found: totalOf(found),
        districts: await this.lists.sums(tx, 'district', { year }),
        programs: await this.lists.sums(tx, 'program', { year }),
        fields: await this.lists.sums(tx, 'field', { year }),
      };
    });
  }

  /** Throws not-found for what is not public. */
  one(actor: Actor, id: string): Promise<PublicGrant> {
    return this.unitOfWork.read(actor, async (tx) => {
      const grant = await this.store.get(tx, id);
      const [shown = grant] = await this.proposals.withoutUnpublished<PublicGrant>(tx, [grant]);
      return shown;
    });
  }

  /** A photograph of a published grant. Throws not-found for every other file. */
  photograph(actor: Actor, id: string, sha256: string): Promise<FileContent> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { photographs } = await this.store.get(tx, id);
      if (!photographs.some((photograph) => photograph.sha256 === sha256)) throw DomainError.notFound();
      return this.files.open(tx, sha256);
    });
  }
}
