import { Injectable } from '@nestjs/common';
import { LedgerBooks, unorderedOf, type BudgetLine } from '../../budgets/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { yen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { OpenKind, OpenMatter, OpenWith } from '../domain/open-matter.js';

/** A grant whose commitment is not wholly ordered: with the closing the rest of it lapses (不用). */
export interface LapsingGrant {
  readonly grantId: string;
  readonly caseId: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly lineId: string;
  readonly lineName: string;
  readonly amount: Yen;
  /** The step that its payment waits for. */
  readonly step: LapseStep;
  readonly openWith: OpenWith;
}

/** In the order in which one hinders the next. */
const STEPS = ['unissued', 'unconfirmed', 'unordered', 'unpaid', 'unreported', 'uninspected'] as const;
export type LapseStep = Extract<OpenKind, (typeof STEPS)[number]> | 'unclaimed';

/** What the closing of a year would take back, by grant; the sums are those of the lines. */
@Injectable()
export class Lapsing {
  constructor(
    private readonly ledger: LedgerBooks,
    private readonly grants: GrantDirectory,
  ) {}

  async of(tx: Transaction, lines: readonly BudgetLine[], open: readonly OpenMatter[]): Promise<LapsingGrant[]> {
    const named = new Map(lines.map(({ id, name }) => [id, name]));
    const held = (await this.ledger.byCause(tx)).filter(
      ({ lineId, cause, held: sums }) => cause.kind === 'grant' && named.has(lineId) && unorderedOf(sums) > 0n,
    );
    if (held.length === 0) return [];
    const grants = new Map((await this.grants.list(tx)).map((grant) => [grant.id, grant]));
    const openOf = new Map<string, OpenMatter[]>();
    for (const matter of open)
      if (matter.caseId !== null) openOf.set(matter.caseId, [...(openOf.get(matter.caseId) ?? []), matter]);
    return held.flatMap(({ lineId, cause, held: sums }): LapsingGrant[] => {
      const grant = grants.get(cause.id);
      if (!grant) return [];
      const { id: grantId, applicationId: caseId, organizationName, programName } = grant;
      const own = openOf.get(caseId) ?? [];
      const first = STEPS.flatMap((kind) => own.find((matter) => matter.kind === kind) ?? [])[0];
      return [
        {
          ...{ grantId, caseId, organizationName, programName, lineId, lineName: named.get(lineId) ?? '' },
          ...{ amount: yen(unorderedOf(sums)), step: (first?.kind ?? 'unclaimed') as LapseStep },
          openWith: first?.openWith ?? 'promotion',
        },
      ];
    });
  }
}
