import { BudgetLedger } from '../../../src/budgets/index.js';
import { DraftRevocation } from '../../../src/grant-changes/index.js';
import { GrantsInForce } from '../../../src/grants/index.js';
import { systemActor, type StaffActor } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import { CollectBatch, MarkBatchPaid } from '../../../src/payments/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import { RepaymentDemands, ViewRepayments } from '../../../src/repayments/index.js';
import { openWeb, type Page, type Visitor, type Web } from '../index.js';
import { anOfficerAccount, aPublishedProgram, type TestProgram } from './applications.js';
import { approveByAll } from './approvals.js';
import { aBudgetLine } from './grants.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  orderPayment,
  paymentPeople,
  releaseBatch,
  type ClaimedGrant,
  type PaymentPeople,
} from './payments.js';
import { openTowns, signIn, staffActor, type Towns } from './staff.js';

/** The district of each recipient, and its bank account. */
const RECIPIENTS = {
  surplus: ['大原', '0000001'],
  fault: ['東野', '0000002'],
  lost: ['味坂', '0000003'],
  later: ['御原', '0000009'],
  returned: ['立石', '0000010'],
  undelivered: ['三国', '0000011'],
} as const;
type Which = keyof typeof RECIPIENTS;

/** A house with grants that are paid, and what staff and treasury do to have the money back. */
export class MoneyBack {
  readonly #grants = new Map<Which, ClaimedGrant>();
  #slips = 0;

  private constructor(
    readonly web: Web,
    readonly towns: Towns,
    readonly people: PaymentPeople,
    readonly bucho: StaffActor,
    readonly program: TestProgram,
  ) {}

  /** Each of these is paid 630,000円 on 令和8年5月29日, and has an officer who signs in as `<which>-yakuin`. */
  static async open(...paid: readonly Which[]): Promise<MoneyBack> {
    const web = await openWeb({ at: '2026-05-01' });
    const towns = await openTowns(web);
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    const people = await paymentPeople(web, towns.ogori, names);
    const bucho = await staffActor(web, towns.ogori, 'bucho');
    const lineId = await aBudgetLine(web, people.clerk, '02-01-07-18-444', 9_000_000);
    const program = await aPublishedProgram(web, people.clerk, {
      ...{ budgetLineId: lineId, perYear: null },
      timetable: {
        opens: localDate('2026-04-01'),
        closes: localDate('2027-03-31'),
        decisionBy: localDate('2027-03-31'),
      },
    });
    const money = new MoneyBack(web, towns, people, bucho, program);
    const claims: string[] = [];
    for (const which of paid) {
      const claimed = await money.aConfirmedClaim(which, { consents: true });
      await anOfficerAccount(web, claimed.organization, `${which}-yakuin`);
      claims.push(claimed.claimId);
    }
    if (claims.length > 0) {
      const orderIds = (await orderPayment(web, people, claims)).map(({ id }) => id);
      await acceptOrders(web, people, orderIds);
      await money.payOn('2026-05-29', orderIds);
    }
    return money;
  }

  /** Decided and claimed on the day of the clock. */
  async aConfirmedClaim(which: Which, wishes: { readonly consents?: boolean } = {}): Promise<ClaimedGrant> {
    const [district, accountNumber] = RECIPIENTS[which];
    const claimed = await aPreparedClaim(this.web, this.people, this.program, {
      name: `${district}校区協働のまちづくり協議会`,
      district: `${district}校区`,
      wards: Array.from({ length: 6 }, (_, ward) => `${district}${String(ward + 1)}区`),
      account: { accountNumber },
      ...wishes,
    });
    this.#grants.set(which, claimed);
    await confirmClaim(this.web, claimed);
    return claimed;
  }

  /** Accepted orders go to the bank, which pays them on this day. */
  async payOn(on: string, orderIds: readonly string[]): Promise<void> {
    const day = localDate(on);
    const { batchId } = await this.web.get(CollectBatch).execute(this.people.checker, { orderIds, paymentDate: day });
    await releaseBatch(this.web, this.people, batchId);
    this.web.clock.at(day);
    await this.web.get(MarkBatchPaid).execute(this.people.checker, { batchId, paidOn: day });
    await this.web.drainOutbox();
  }

  /** 一部取消し for the recipient's fault, drafted and approved: 300,000円 are asked back. */
  async revokePart(which: Which, { heardOn, reason = '虚偽の申請。' }: { heardOn: string; reason?: string }) {
    const { grantId } = this.of(which);
    const { draftId } = await this.web.get(DraftRevocation).execute(this.people.clerk, {
      ...{ grantId, whole: false, kept: yen(330_000), reason, article: '交付規則第13条' },
      ...{ recipientAtFault: true, heardOn: localDate(heardOn), hearing: '事実を認めた。' },
      ...{ title: '交付決定の一部取消しについて', draftReason: '取り消してよろしいか伺います。' },
    });
    await approveByAll(this.web, draftId, ...this.people.approvers, this.bucho);
    await this.web.drainOutbox();
  }

  of(which: Which): ClaimedGrant {
    const grant = this.#grants.get(which);
    if (!grant) throw new Error(`no grant ${which}`);
    return grant;
  }

  async as(signInName: string): Promise<Visitor> {
    const visitor = this.web.visitor();
    await signIn(visitor, this.towns.ogori, signInName);
    return visitor;
  }

  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.web.get(UnitOfWork).run(systemActor(this.towns.ogori.id, 'テスト'), work);
  }

  async demandOf(which: Which): Promise<string> {
    const files = await this.web.get(ViewRepayments).list(this.people.clerk);
    const found = files.find(({ demand }) => demand.grantId === this.of(which).grantId);
    if (!found) throw new Error('nothing is asked back');
    return found.demand.id;
  }

  /** What 額の確定 at this amount leaves over. */
  async surplusOf(which: Which, determined: number): Promise<void> {
    const { grantId } = this.of(which);
    await this.run(async (tx) => {
      const { over } = await this.web
        .get(BudgetLedger)
        .reduceCommitment(tx, { kind: 'grant', id: grantId }, yen(determined));
      await this.web.get(GrantsInForce).put(tx, grantId, { amountInForce: yen(determined) });
      const demand = { grantId, cause: 'settlement', causeId: grantId, amount: over } as const;
      await this.web.get(RepaymentDemands).open(tx, { ...demand, recipientAtFault: false });
      await this.web.get(RepaymentDemands).open(tx, { ...demand, recipientAtFault: false });
    });
  }

  /** Drafted, approved and issued on the day of the clock. */
  async askBack(which: Which, paper: '返還通知' | '返還命令', dueOn: string): Promise<Page> {
    const staff = await this.as('tanto1');
    const path = `/ogori/staff/repayments/${await this.demandOf(which)}`;
    const draft = await (await staff.get(path)).form(`${paper}を起案する`).submit();
    await approveByAll(this.web, draft.path.split('/').at(-1) ?? '', ...this.people.approvers);
    const issued = await (await staff.get(path)).form(`${paper}書を施行する`).fill({ dueOn }).submit();
    await this.web.drainOutbox();
    return issued;
  }

  async receive(
    which: Which,
    receivedOn: string,
    amount: string,
    slipNumber = `R-${String((this.#slips += 1))}`,
  ): Promise<Page> {
    const treasury = await this.as('kaikei-shinsa');
    const page = await treasury.get(`/ogori/treasury/repayments/${await this.demandOf(which)}`);
    return page.form('領収を入力する').fill({ receivedOn, amount, slipNumber }).submit();
  }

  /** What everyone reads who checks the letters of a demand: which letter, and whether it holds. */
  async lettersChecked(which: Which): Promise<Record<string, string | undefined>> {
    const letters = await this.web.sql<{ kind: string; code: string }>(
      'SELECT kind, check_code AS code FROM letters WHERE subject_id = $1 ORDER BY issued_on, issued_at',
      [await this.demandOf(which)],
    );
    const told: Record<string, string | undefined> = {};
    for (const { kind, code } of letters) {
      const [title] = (await this.web.visitor().get(`/ogori/check/${code}`)).texts('main .notice-title');
      told[kind] = title?.replace(/^.*：/, '');
    }
    return told;
  }

  async proof(): Promise<string> {
    return (await (await this.as('kansa')).get('/ogori/staff/year/proof')).text;
  }
}
