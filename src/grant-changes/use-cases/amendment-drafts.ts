import { Injectable } from '@nestjs/common';
import {
  AmendedContents,
  restoreBudget,
  type AmendedContent,
  type SubmittedContent,
} from '../../applications/index.js';
import { sectionNamed, type Sections } from '../../forms/index.js';
import type { Fault } from '../../kernel/domain-error.js';
import { subtractYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ChangeRules } from '../../programs/index.js';
import { increaseFaults, LONGEST_REASON, textFaults } from '../domain/change-faults.js';
import { movedAmounts, needsApproval, type CategoryAmount, type MovedAmount } from '../domain/threshold.js';
import { REASON, twoTextsIn, typedIn } from '../domain/written.js';
import { GrantChangeSectionStore } from '../store/grant-change-section.store.js';
import type { Change } from '../store/grant-change.store.js';
import { GrantChanges } from './grant-changes.js';

/** An amendment as those see it who write it, and as it would be sent now. */
export interface AmendmentDraft {
  readonly change: Change;
  readonly grant: GrantView;
  /** The reason, and everything that can be answered otherwise. */
  readonly sections: Sections;
  /** What holds until now. */
  readonly before: SubmittedContent;
  readonly amended: AmendedContent;
  readonly reason: string;
  readonly increase: boolean;
  readonly moved: readonly MovedAmount[];
  /** false: the notice of a minor change. */
  readonly needsApproval: boolean;
  /** Everything that keeps it from being sent. */
  readonly faults: readonly Fault[];
}

/** Puts an amendment together and judges it: its pages, its check and its sending see the same. */
@Injectable()
export class AmendmentDrafts {
  constructor(
    private readonly changes: GrantChanges,
    private readonly grants: GrantDirectory,
    private readonly contents: AmendedContents,
    private readonly sections: GrantChangeSectionStore,
  ) {}

  /** Throws not-found for everybody but the organisation. */
  async get(tx: Transaction, id: string): Promise<AmendmentDraft> {
    return this.of(tx, await this.changes.get(tx, id, 'amendment'));
  }

  async of(tx: Transaction, change: Change): Promise<AmendmentDraft> {
    const grant = await this.grants.get(tx, change.grantId);
    const before = await this.changes.contentInForce(tx, grant);
    const sections = await this.sections.all(tx, change.id);
    const reason = typedIn(sections, 'reason');
    const increase = typedIn(sections, 'increase') === 'yes';
    const rules = grant.document.changes;
    const amended = await this.contents.read(tx, {
      ...{ applicationId: change.applicationId, before },
      sections: new Map([...sections].filter(([name]) => name !== REASON)),
      most: increase ? null : { yen: grant.amountInForce, label: '増額を求めない', article: rules.article },
    });
    const moved = movedBetween(rules, before, amended.content);
    const asked = amended.figures.working.total;
    return {
      ...{ change, grant, sections, before, amended, reason, increase, moved },
      needsApproval: needsApproval(moved, { increase, approvalAsked: change.approvalAsked }),
      faults: [
        ...twoTextsIn(sectionNamed(sections, REASON)),
        ...textFaults('reason', reason, 'grant-changes.reason-missing', LONGEST_REASON),
        ...increaseFaults({ before: grant.amountInForce, asked }, grant.fiscalYear, tx.today),
        ...amountFaults(asked, { increase, before: grant.amountInForce }),
        ...amended.faults,
        ...(amended.changes.length === 0 ? [{ pointer: '', code: 'grant-changes.nothing-changed' }] : []),
      ],
    };
  }
}

function amountFaults(asked: Yen, { increase, before }: { readonly increase: boolean; readonly before: Yen }): Fault[] {
  if (asked === ZERO_YEN) return [{ pointer: '', code: 'grant-changes.nothing-left' }];
  // the tick alone asks for nothing
  return increase && subtractYen(asked, before) <= 0n
    ? [{ pointer: 'increase', code: 'grant-changes.no-increase' }]
    : [];
}

/** What was sent before and after, told by the sums that the programme looks at. */
export const movedBetween = (rules: ChangeRules, before: SubmittedContent, after: SubmittedContent): MovedAmount[] =>
  movedAmounts(rules, categoriesOf(before), categoriesOf(after));

const categoriesOf = ({ budget }: SubmittedContent): CategoryAmount[] =>
  restoreBudget(budget).expenditure.map(({ category: id, label, amount }) => ({ id, label, yen: amount }));
