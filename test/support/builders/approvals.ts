import { randomUUID } from 'node:crypto';

import type { Actor, StaffActor } from '../../../src/kernel/actor.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { yen } from '../../../src/kernel/yen.js';
import {
  ApprovalSubjects,
  ApproveDraft,
  Drafts,
  ViewDraft,
  type ApprovalSubject,
  type Played,
  type PresentedSubject,
} from '../../../src/approvals/index.js';
import { BudgetLedger, OpenBudgetLine, standingOf } from '../../../src/budgets/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import type { House } from '../house.js';

/** Approves what the person's page shows at this moment, as one click would. */
export async function approveAsShown(house: House, person: StaffActor, draftId: string, comment = ''): Promise<Played> {
  const { cases, mine } = await house.get(ViewDraft).execute(person, draftId);
  const shownDigests = Object.fromEntries(cases.map(({ item, digest }) => [item.id, digest]));
  const step = mine.step === null ? {} : { step: mine.step };
  return house.get(ApproveDraft).execute(person, { draftId, shownDigests, comment, ...step });
}

/** Walks the whole route, one person after the other. */
export async function approveByAll(house: House, draftId: string, ...people: readonly StaffActor[]): Promise<void> {
  for (const person of people) await approveAsShown(house, person, draftId);
}

/** A kind of case that belongs to the test: a title and an amount on a budget line. */
export interface TestCases {
  readonly lineId: string;
  add(title: string, amount: number, tiedStaffIds?: readonly string[], organizationId?: string): Promise<string>;
  change(caseId: string, amount: number): Promise<void>;
  stateOf(caseId: string): Promise<string>;
  /** Makes the last approval of this case fail, as a stage that finds something wrong would. */
  break(caseId: string): Promise<void>;
  draft(drafter: Actor, caseIds: readonly string[], words?: { title?: string; reason?: string }): Promise<string>;
}

interface CaseRow {
  id: string;
  title: string;
  amount: string;
  tied: string[];
  state: string;
  organization: string | null;
}

const KIND = 'test-decision';

/** Registers the kind with a table of its own and opens a budget line with this ceiling. */
export async function testCases(house: House, system: Actor, ceiling: number): Promise<TestCases> {
  await house.sql(`CREATE TABLE IF NOT EXISTS test_cases (
      id text PRIMARY KEY, title text NOT NULL, amount bigint NOT NULL, tied text[] NOT NULL, state text NOT NULL,
      organization uuid)`);
  await house.sql('GRANT ALL ON test_cases TO PUBLIC');
  const { lineId } = await house.get(OpenBudgetLine).execute(system, {
    fiscalYear: fiscalYear(2026),
    code: '02-01-07-18-001',
    name: '協働のまちづくり推進事業費 負担金補助及び交付金',
    ceiling: yen(ceiling),
    source: '見本',
  });
  house.get(ApprovalSubjects).register(new TestSubject(house.get(BudgetLedger), lineId));
  return {
    lineId,
    add: async (title, amount, tied = [], organizationId) => {
      const id = randomUUID();
      const row = [id, title, amount, tied, 'new', organizationId ?? null];
      await house.sql('INSERT INTO test_cases VALUES ($1, $2, $3, $4, $5, $6)', row);
      return id;
    },
    change: async (id, amount) => {
      await house.sql('UPDATE test_cases SET amount = $2 WHERE id = $1', [id, amount]);
    },
    stateOf: async (id) =>
      (await house.sql<CaseRow>('SELECT state FROM test_cases WHERE id = $1', [id]))[0]?.state ?? 'gone',
    break: async (id) => {
      await house.sql(`UPDATE test_cases SET state = 'broken' WHERE id = $1`, [id]);
    },
    draft: (drafter, subjectIds, words = {}) =>
      house.get(UnitOfWork).run(drafter, (tx) =>
        house.get(Drafts).start(tx, {
          kind: KIND,
          title: words.title ?? '運営交付金の交付決定について',
          reason: words.reason ?? '交付規則第7条により交付を決定する。',
          subjectIds,
        }),
      ),
  };
}

class TestSubject implements ApprovalSubject {
  readonly kind = KIND;
  readonly act = 'grant-decision';

  constructor(
    private readonly ledger: BudgetLedger,
    private readonly lineId: string,
  ) {}

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.query('SELECT id FROM test_cases WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
    await this.ledger.lock(tx, [this.lineId]);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const row = await this.row(tx, id);
    const line = await this.ledger.line(tx, this.lineId);
    return {
      title: `${row.title} 運営交付金`,
      organizationId: row.organization,
      organizationName: row.title,
      amount: yen(row.amount),
      basis: '交付規則第7条',
      working: {
        lines: [{ label: '均等割', article: '第5条', formula: `定額 ${row.amount}円`, yen: row.amount }],
        total: row.amount,
      },
      facts: [{ label: '申請日', value: '令和8年4月1日' }],
      earlier: [],
      budget: { lineName: line.name, ...standingOf(line) },
      tiedStaffIds: row.tied,
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    const { amount, title } = await this.row(tx, id);
    await this.ledger.reserve(tx, this.lineId, yen(amount), { kind: KIND, id, label: title });
    await this.say(tx, id, 'drafted');
  }

  async approved(tx: Transaction, id: string): Promise<void> {
    if ((await this.row(tx, id)).state === 'broken') throw new Error('the owning stage found something wrong');
    const { commitmentNumber } = await this.ledger.commit(tx, { kind: KIND, id });
    await this.say(tx, id, `decided ${commitmentNumber}`);
  }

  async released(tx: Transaction, id: string): Promise<void> {
    await this.ledger.release(tx, { kind: KIND, id });
    await this.say(tx, id, 'released');
  }

  private async row(tx: Transaction, id: string): Promise<CaseRow> {
    const [row] = await tx.query<CaseRow>('SELECT * FROM test_cases WHERE id = $1', [id]);
    if (!row) throw new Error(`no test case ${id}`);
    return row;
  }

  private async say(tx: Transaction, id: string, state: string): Promise<void> {
    await tx.query('UPDATE test_cases SET state = $2 WHERE id = $1', [id, state]);
  }
}
