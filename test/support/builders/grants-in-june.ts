import { KeepProof } from '../../../src/closing/index.js';
import { GrantDirectory, type GrantView } from '../../../src/grants/index.js';
import type { StaffActor } from '../../../src/kernel/actor.js';
import { Letters } from '../../../src/notices/index.js';
import { ViewClaims } from '../../../src/payments/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { ogoriOperatingGrant } from '../../../src/demo/programs.js';
import type { ProgramDocument } from '../../../src/programs/index.js';
import { readPdf } from '../pdf-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../index.js';
import { aPublishedProgram, type TestProgram } from './applications.js';
import { approveByAll } from './approvals.js';
import { anIssuedGrant, aRatedProgram, COSTS, type IssuedGrant } from './grant-changes.js';
import { openTowns, signIn, staffActor, type Towns } from './staff.js';

export const CHANGES_DAY = '2026-06-10';

type Costs = Readonly<Record<'meetings' | 'publicity' | 'dues', number>> & { readonly increase?: boolean };

/** A house with grants decided in April, and what officers and staff do with them on their pages in June. */
export class GrantsInJune {
  private constructor(
    readonly web: Web,
    readonly towns: Towns,
    readonly clerk: StaffActor,
    readonly approvers: readonly StaffActor[],
    readonly program: TestProgram,
  ) {}

  static async open(): Promise<GrantsInJune> {
    const web = await openWeb({ at: CHANGES_DAY });
    const towns = await openTowns(web);
    const clerk = await staffActor(web, towns.ogori, 'tanto1');
    const approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    web.clock.at('2026-04-20');
    const program = await aPublishedProgram(web, clerk, { ...aRatedProgram(), letters: lettersOfItsOwn() });
    return new GrantsInJune(web, towns, clerk, approvers, program);
  }

  /** Whatever was amended, discontinued and revoked: whether every book says the same. */
  async close(): Promise<boolean> {
    const keeper = await staffActor(this.web, this.towns.ogori, 'kaikei-kanrisha');
    const { balanced } = await this.web.get(KeepProof).execute(keeper);
    await this.web.close();
    return balanced;
  }

  async as(signInName: string): Promise<Visitor> {
    const visitor = this.web.visitor();
    await signIn(visitor, this.towns.ogori, signInName);
    return visitor;
  }

  /** Decided in April, so that changes come in June. */
  async aGrant(program = this.program): Promise<IssuedGrant> {
    this.web.clock.at('2026-04-20');
    const issued = await anIssuedGrant(this.web, this, program, '2026-04-20');
    this.web.clock.at(CHANGES_DAY);
    return issued;
  }

  grantNow({ grantId }: IssuedGrant): Promise<GrantView> {
    return this.web.get(UnitOfWork).read(this.clerk, (tx) => this.web.get(GrantDirectory).get(tx, grantId));
  }

  committed({ grantId }: IssuedGrant): Promise<bigint> {
    return this.web.get(UnitOfWork).read(this.clerk, async (tx) => {
      const rows = await tx.query<{ sum: string }>(
        `SELECT coalesce(sum(amount), 0) AS sum FROM ledger_postings
          WHERE account = 'committed' AND cause_kind = 'grant' AND cause_id = $1`,
        [grantId],
      );
      return BigInt(rows[0]?.sum ?? '0');
    });
  }

  async claimsOf({ organization }: IssuedGrant) {
    const claims = await this.web.get(ViewClaims).ofOwnOrganization(organization.officer);
    return claims.map(({ claim: { state, amount } }) => [state, amount]);
  }

  async reportIdOf({ grantId }: IssuedGrant): Promise<string> {
    const sql = 'SELECT id FROM performance_reports WHERE grant_id = $1';
    const [report] = await this.web.sql<{ id: string }>(sql, [grantId]);
    return report?.id ?? '';
  }

  /** Begins an amendment, writes its reason and costs, and stops at the check page. */
  async amend(
    visitor: Visitor,
    issued: IssuedGrant,
    { meetings, publicity, dues, increase = false }: Costs,
  ): Promise<Page> {
    const tasks = await (await visitor.get(pathOf(issued))).form('変更の届出・申請を始める').submit();
    const reason = await tasks.click('変更の理由');
    await reason
      .form('保存して次へ')
      .fill({ reason: '会場が変わり、費用が変わるため。', ...(increase && { increase: 'yes' }) })
      .submit('保存して次へ');
    const budget = await tasks.click('収支予算書');
    const next = await budget
      .form('保存して次へ')
      .fill({
        [`budget[${COSTS.meetings}][amount]`]: String(meetings),
        [`budget[${COSTS.publicity}][amount]`]: String(publicity),
        [`budget[${COSTS.dues}][amount]`]: String(dues),
      })
      .submit('保存して次へ');
    if (next.errors.length > 0) throw new Error(next.errors.join('\n'));
    return (await visitor.get(tasks.path)).click('確かめて提出する');
  }

  /** 起案 on the review page, approval by everybody, 施行. The letter's text. */
  async decide(
    reviewPath: string,
    choice: Readonly<Record<string, string>>,
    people: readonly StaffActor[] = this.approvers,
    day?: string,
  ): Promise<string> {
    const staff = await this.as('tanto1');
    const draft = await (await staff.get(reviewPath)).form('起案する').fill(choice).submit('起案する');
    if (draft.errors.length > 0) throw new Error(draft.errors.join('\n'));
    await approveByAll(this.web, draft.path.split('/').at(-1) ?? '', ...people);
    return this.issue(staff, reviewPath, day);
  }

  /** 施行 on a page that has the form of it; the text of the letter without blanks. */
  async issue(staff: Visitor, reviewPath: string, day?: string): Promise<string> {
    const form = (await staff.get(reviewPath)).form('通知書を施行する');
    const batch = await (day === undefined ? form : form.fill({ issuedOn: day })).submit();
    if (batch.errors.length > 0) throw new Error(batch.errors.join('\n'));
    await this.web.drainOutbox();
    const id = /staff\/letters\/([0-9a-f-]{36})/.exec((await staff.get(reviewPath)).html)?.[1] ?? '';
    const bytes = await this.web.get(UnitOfWork).read(this.clerk, (tx) => this.web.get(Letters).pdfOf(tx, id));
    return (await readPdf(bytes)).text.replace(/\s+/g, '');
  }
}

/** The grant's page of its organisation. */
export const pathOf = ({ grantId }: IssuedGrant): string => `/ogori/committee/grants/${grantId}`;

/** Where staff review what an organisation wrote on this page. */
export const reviewOf = (page: Page): string =>
  page.path.replace('committee', 'staff').replace(/\/(check|sending)$/, '');

/** The programme words the end of a project in its own way; everything else as the house does. */
function lettersOfItsOwn(): ProgramDocument['letters'] {
  const { letters } = ogoriOperatingGrant.document({ budgetLineId: '', handledBy: '' });
  const wording = [
    '{{ article }}により、中止（廃止）を承認します。これまでの活動に感謝します。',
    '記',
    '1. **中止（廃止）の日** {{ effectiveOn | era }}\n2. **使った額** 金{{ spent | yen }}',
    '以上',
  ].join('\n\n');
  return { ...letters, discontinuation: { template: 'grant-discontinuation', formLabel: null, wording } };
}
