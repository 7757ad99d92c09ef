import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { publicActor, type OfficerActor, type StaffActor } from '../../../src/kernel/actor.js';
import { WithdrawApplication } from '../../../src/applications/index.js';
import { ResubmitDraft, SendBackDraft, ViewDraft, WithdrawDraft } from '../../../src/approvals/index.js';
import { BudgetLedger, type BudgetLine, type LedgerPosting } from '../../../src/budgets/index.js';
import { CaseList, type CaseItem } from '../../../src/cases/index.js';
import { ViewPublicGrants } from '../../../src/disclosure/index.js';
import { GrantDirectory, ViewDecisions } from '../../../src/grants/index.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import { ConfirmClaim, ViewClaims, WithdrawClaim } from '../../../src/payments/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import {
  applicationOf,
  aPublishedProgram,
  aSubmittedApplication,
  passReview,
  startApplication,
  type TestProgram,
} from '../../support/builders/applications.js';
import { approveAsShown } from '../../support/builders/approvals.js';
import {
  aBudgetLine,
  aDecidedGrant,
  aPassedCase,
  draftDecision,
  grantOf,
  issueLetters,
  type TestCase,
} from '../../support/builders/grants.js';
import {
  aPreparedClaim,
  confirmClaim,
  draftOrders,
  orderPayment,
  paymentPeople,
  SIGNERS,
  type PaymentPeople,
} from '../../support/builders/payments.js';
import { openTowns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

const DAYS = 10;

describe('取下げ', () => {
  let house: House;
  let ogori: Municipality;
  let people: PaymentPeople;
  let clerk: StaffActor;
  let lineId: string;
  let program: TestProgram;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-10' });
    ({ ogori } = await openTowns(house));
    people = await paymentPeople(house, ogori, {
      clerk: 'tanto1',
      checker: 'kaikei-shinsa',
      treasurer: 'kaikei-kanrisha',
    });
    clerk = people.clerk;
    lineId = await aBudgetLine(house, clerk, '02-01-07-18-777', 60_000_000);
    program = await aPublishedProgram(house, clerk, { budgetLineId: lineId, withdrawalDays: DAYS });
  });

  afterAll(() => house.close());

  const read = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => house.get(UnitOfWork).read(clerk, work);
  const line = (): Promise<BudgetLine> => read((tx) => house.get(BudgetLedger).line(tx, lineId));
  const caseOf = (id: string): Promise<CaseItem | null> => read((tx) => house.get(CaseList).find(tx, id));
  const withdraw = (officer: OfficerActor, applicationId: string, reason = '計画を見直すため') =>
    house.get(WithdrawApplication).execute(officer, { applicationId, reason });
  let districts = 0;
  const wishes = () => {
    districts += 1;
    return { name: `第${String(districts)}校区の会`, district: `第${String(districts)}校区` };
  };
  const aCase = (of = program): Promise<TestCase> => {
    house.clock.at('2026-04-10');
    return aPassedCase(house, clerk, of, wishes());
  };
  const anIssuedCase = async (of = program) => {
    house.clock.at('2026-04-10');
    return aPreparedClaim(house, people, of, wishes());
  };
  const proved = async (): Promise<void> => {
    expect(await read((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  };

  it('asks for a reason once the town has seen the application, and for none before', async () => {
    const { organization, applicationId } = await aCase();
    expect(await refusalOf(withdraw(organization.officer, applicationId, ' '))).toEqual([
      'applications.withdrawal-reason-missing',
    ]);
    const other = await aPublishedProgram(house, clerk);
    const draft = await startApplication(house, organization.officer, other);
    expect(await withdraw(organization.officer, draft, '')).toBe('withdrawn');
  });

  it('ends what has passed the review and is not drafted, and staff read why', async () => {
    const { organization, applicationId } = await aCase();
    expect(await withdraw(organization.officer, applicationId, 'ほかの補助を受けることになったため')).toBe('withdrawn');
    expect(await applicationOf(house, clerk, applicationId)).toMatchObject({
      state: 'withdrawn',
      withdrawal: { askedBy: '見本 花子', reason: 'ほかの補助を受けることになったため' },
    });
    expect(await caseOf(applicationId)).toMatchObject({ phase: 'withdrawn', waitingFor: 'nobody' });
    expect(await refusalOf(draftDecision(house, clerk, [applicationId]))).toEqual(['grants.not-passed']);
    expect(await withdraw(organization.officer, applicationId)).toBe('withdrawn');
  });

  it('while a draft runs: the wish stops the draft, waits for staff, and is carried out when they give the draft up', async () => {
    const { organization, applicationId } = await aCase();
    const before = await line();
    const draftId = await draftDecision(house, clerk, [applicationId]);
    const [first, second] = people.approvers as [StaffActor, StaffActor];
    await approveAsShown(house, first, draftId);
    expect(await withdraw(organization.officer, applicationId)).toBe('asked');
    expect(await withdraw(organization.officer, applicationId)).toBe('asked');
    expect(await applicationOf(house, clerk, applicationId)).toMatchObject({ state: 'passed' });
    expect(await caseOf(applicationId)).toMatchObject({ phase: 'withdrawal-asked', waitingFor: 'promotion' });
    const { inDraft } = await house.get(ViewDecisions).execute(clerk);
    expect(inDraft.find(({ grant }) => grant.applicationId === applicationId)).toMatchObject({ withdrawalAsked: true });

    const shown = await house.get(ViewDraft).execute(second, draftId);
    expect(shown.cases[0]?.shown.facts[0]).toMatchObject({ label: '取下げの申出' });
    expect(shown.mine.mayApprove).toBe(false);
    expect(await refusalOf(approveAsShown(house, second, draftId))).toEqual(['approvals.changed-since-drafted']);

    await house.get(SendBackDraft).execute(second, { draftId, toStep: 'drafter', reason: '取下げのため' } as never);
    const again = { draftId, title: '交付決定について', reason: '決定する。' };
    expect(await refusalOf(house.get(ResubmitDraft).execute(clerk, again as never))).toEqual([
      'grants.withdrawal-asked',
    ]);
    await house.get(WithdrawDraft).execute(clerk, { draftId, reason: '取下げの申出のため' } as never);
    expect(await applicationOf(house, clerk, applicationId)).toMatchObject({ state: 'withdrawn' });
    expect(await caseOf(applicationId)).toMatchObject({ phase: 'withdrawn' });
    expect(await line()).toMatchObject({ reserved: before.reserved, committed: before.committed });
    await proved();
  });

  it('after the decision: reverses the commitment, drops the claim and takes the grant off the public page', async () => {
    const before = await line();
    const { organization, applicationId, grantId, claimId } = await anIssuedCase();
    const held = await line();
    expect(held.committed).toBe(before.committed + 630_000n);
    const visible = async (): Promise<boolean> => {
      const { rows } = await house.get(ViewPublicGrants).execute(publicActor(ogori.id));
      return rows.some(({ id }) => id === grantId);
    };
    expect(await visible()).toBe(true);
    house.clock.at('2026-04-20T23:59:59.999');
    expect(await withdraw(organization.officer, applicationId)).toBe('withdrawn');
    await house.drainOutbox();

    const grant = await grantOf(house, clerk, applicationId);
    expect(grant).toMatchObject({ state: 'withdrawn', withdrawnOn: '2026-04-20', amount: 630_000n });
    expect(await line()).toMatchObject({ reserved: before.reserved, committed: before.committed });
    const postings: LedgerPosting[] = await read((tx) => house.get(BudgetLedger).postings(tx, lineId));
    expect(postings.filter(({ cause }) => cause.id === grantId).map(({ entry, amount }) => [entry, amount])).toEqual([
      ['reserved', 630_000n],
      ['committed', -630_000n],
      ['committed', 630_000n],
      ['commitment-reversed', -630_000n],
    ]);
    const { claim } = await house.get(ViewClaims).one(organization.officer, claimId);
    expect(claim).toMatchObject({ state: 'withdrawn', withdrawnReason: '交付申請の取下げ' });
    const confirmation = { claimId, version: claim.version, claimedOn: '2026-04-20' as never, ...SIGNERS };
    expect(await refusalOf(house.get(ConfirmClaim).execute(organization.officer, confirmation))).toEqual([
      'payments.claim-state',
    ]);
    expect(await visible()).toBe(false);
    const seen = house.get(UnitOfWork).read(organization.officer, (tx) => house.get(GrantDirectory).get(tx, grantId));
    expect(await seen).toMatchObject({ letterNumber: grant.letterNumber });
    const { withdrawn } = await house.get(ViewDecisions).execute(clerk);
    expect(withdrawn.map(({ id }) => id)).toContain(grantId);
    await proved();
  });

  it('counts the days from the day after 施行, and allows none where the programme says so', async () => {
    const { organization, applicationId } = await anIssuedCase();
    house.clock.at('2026-04-21T00:00');
    expect(await refusalOf(withdraw(organization.officer, applicationId))).toEqual(['grants.withdrawal-days-over']);
    const strict = await aPublishedProgram(house, clerk, { budgetLineId: lineId, withdrawalDays: 0 });
    const other = await anIssuedCase(strict);
    expect(await refusalOf(withdraw(other.organization.officer, other.applicationId))).toEqual([
      'grants.withdrawal-not-allowed',
    ]);
    expect(await applicationOf(house, clerk, applicationId)).toMatchObject({ state: 'passed', withdrawal: null });
  });

  it('before the letter goes out the days have not begun: the decision is taken back, and no letter follows', async () => {
    const strict = await aPublishedProgram(house, clerk, { budgetLineId: lineId, withdrawalDays: 0 });
    const { organization, applicationId } = await aCase(strict);
    const grant = await aDecidedGrant(house, clerk, people.approvers, applicationId);
    expect(await withdraw(organization.officer, applicationId)).toBe('withdrawn');
    expect(await refusalOf(issueLetters(house, clerk, [grant.id], '2026-04-10'))).toEqual(['grants.not-to-be-issued']);
    await proved();
  });

  it('drops a confirmed claim too, but nothing of which a payment order is drafted', async () => {
    const confirmed = await anIssuedCase();
    await confirmClaim(house, confirmed);
    expect(await withdraw(confirmed.organization.officer, confirmed.applicationId)).toBe('withdrawn');
    const ordered = await anIssuedCase();
    await confirmClaim(house, ordered);
    await draftOrders(house, clerk, [ordered.claimId]);
    expect(await refusalOf(withdraw(ordered.organization.officer, ordered.applicationId))).toEqual([
      'grants.withdrawal-after-order',
    ]);
    const further = await anIssuedCase();
    await confirmClaim(house, further);
    await orderPayment(house, people, [further.claimId]);
    expect(await refusalOf(withdraw(further.organization.officer, further.applicationId))).toEqual([
      'grants.withdrawal-after-order',
    ]);
    await proved();
  });

  it('at the same moment as the last approval: decided and taken back, or stopped, never half of each', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { organization, applicationId } = await aCase();
      const draftId = await draftDecision(house, clerk, [applicationId]);
      const [first, last] = people.approvers as [StaffActor, StaffActor];
      await approveAsShown(house, first, draftId);
      const [outcome, approval] = await Promise.all([
        withdraw(organization.officer, applicationId),
        refusalOf(approveAsShown(house, last, draftId)),
      ]);
      const grant = await grantOf(house, clerk, applicationId);
      if (outcome === 'asked')
        expect([grant.state, approval]).toEqual(['proposed', [expect.stringMatching('changed')]]);
      else expect([grant.state, approval]).toEqual(['withdrawn', []]);
      await proved();
    }
  });

  it('at the same moment as a payment order, a new claim or a second click: one of them, and the books agree', async () => {
    for (let round = 0; round < 3; round += 1) {
      const claimed = await anIssuedCase();
      const { organization, applicationId, claimId } = claimed;
      await confirmClaim(house, claimed);
      const [taken, ordered] = await Promise.all([
        refusalOf(withdraw(organization.officer, applicationId)),
        refusalOf(draftOrders(house, clerk, [claimId])),
      ]);
      expect(taken.length + ordered.length).toBe(1);
      await proved();
    }
    const reissued = await anIssuedCase();
    const claimAnew = { claimId: reissued.claimId, reason: '日付の誤り' };
    await Promise.all([
      withdraw(reissued.organization.officer, reissued.applicationId),
      withdraw(reissued.organization.officer, reissued.applicationId),
      refusalOf(house.get(WithdrawClaim).execute(reissued.organization.officer, claimAnew)),
    ]);
    const live = await house.sql(`SELECT 1 FROM claims WHERE grant_id = $1 AND state <> 'withdrawn'`, [
      reissued.grantId,
    ]);
    expect(live).toEqual([]);
    expect(await grantOf(house, clerk, reissued.applicationId)).toMatchObject({ state: 'withdrawn' });
    await proved();
  });

  it('makes room for another application of the year', async () => {
    const { organization, applicationId } = await aCase();
    await withdraw(organization.officer, applicationId);
    const again = await aSubmittedApplication(house, organization.officer, program);
    expect(again).not.toBe(applicationId);
    await passReview(house, clerk, again);
    expect(await aDecidedGrant(house, clerk, people.approvers, again)).toMatchObject({ state: 'decided' });
  });
});
