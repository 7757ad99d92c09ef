import type { StaffActor } from '../../../src/kernel/actor.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { dayInJapan, localDate, type LocalDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import {
  AcceptPaymentOrders,
  CheckPaymentOrders,
  ConfirmBatch,
  ConfirmClaim,
  DraftPaymentOrders,
  ReleaseBatch,
  ViewBatches,
  ViewClaims,
  ViewOrders,
  type Finding,
  type OrderOutcome,
  type PaymentOrder,
  type ReleasedFile,
} from '../../../src/payments/index.js';
import type { House } from '../house.js';
import type { TestProgram } from './applications.js';
import { approveByAll } from './approvals.js';
import { aDecidedGrant, aPassedCase, issueLetters } from './grants.js';
import type { OrganizationWishes, TestOrganization } from './organizations.js';
import { staffActor } from './staff.js';

/** The day on which the house's clock stands. */
export const todayOf = (house: Pick<House, 'clock'>): LocalDate => dayInJapan(house.clock.now());

/** The people of one town between decision and payment. */
export interface PaymentPeople {
  readonly clerk: StaffActor;
  readonly approvers: readonly StaffActor[];
  readonly checker: StaffActor;
  readonly treasurer: StaffActor;
}

export async function paymentPeople(
  house: House,
  town: Municipality,
  names: { readonly clerk: string; readonly checker: string; readonly treasurer: string },
): Promise<PaymentPeople> {
  const person = (name: string): Promise<StaffActor> => staffActor(house, town, name);
  return {
    clerk: await person(names.clerk),
    approvers: [await person('kakaricho'), await person('kacho')],
    checker: await person(names.checker),
    treasurer: await person(names.treasurer),
  };
}

export interface ClaimedGrant {
  readonly organization: TestOrganization;
  readonly applicationId: string;
  readonly grantId: string;
  readonly claimId: string;
}

/** Registered, applied, passed, decided and notified: the claim lies ready for the organisation. */
export async function aPreparedClaim(
  house: House,
  { clerk, approvers }: PaymentPeople,
  program: TestProgram,
  wishes: OrganizationWishes = {},
): Promise<ClaimedGrant> {
  const { organization, applicationId } = await aPassedCase(house, clerk, program, wishes);
  const grant = await aDecidedGrant(house, clerk, approvers, applicationId);
  await issueLetters(house, clerk, [grant.id], todayOf(house));
  await house.drainOutbox();
  const [line] = await house.get(ViewClaims).ofOwnOrganization(organization.officer);
  if (!line) throw new Error('no claim was prepared');
  return { organization, applicationId, grantId: grant.id, claimId: line.claim.id };
}

export const SIGNERS = {
  responsibleName: '見本 花子',
  responsiblePhone: '0942-00-0000',
  inChargeName: '見本 太郎',
  inChargePhone: '090-0000-0000',
};

/** The officer confirms the claim on the day of the clock. */
export async function confirmClaim(
  house: House,
  { organization, claimId }: Pick<ClaimedGrant, 'organization' | 'claimId'>,
): Promise<void> {
  const { claim } = await house.get(ViewClaims).one(organization.officer, claimId);
  const claimedOn = todayOf(house);
  await house
    .get(ConfirmClaim)
    .execute(organization.officer, { claimId, version: claim.version, claimedOn, ...SIGNERS });
}

export async function draftOrders(house: House, clerk: StaffActor, claimIds: readonly string[]): Promise<string> {
  const words = { title: '運営交付金の支出命令について', reason: '請求書のとおり支出を命令する。' };
  return (await house.get(DraftPaymentOrders).execute(clerk, { claimIds, ...words })).draftId;
}

/** The order that stands for the claim. */
export async function orderOf(house: House, clerk: StaffActor, claimId: string): Promise<PaymentOrder> {
  const { orders } = await house.get(ViewOrders).staffDesk(clerk);
  const order = orders.rows.find((each) => each.claimId === claimId);
  if (!order) throw new Error('no order stands for this claim');
  return order;
}

/** Drafted and approved: the orders lie with the treasury. */
export async function orderPayment(
  house: House,
  people: PaymentPeople,
  claimIds: readonly string[],
): Promise<PaymentOrder[]> {
  await approveByAll(house, await draftOrders(house, people.clerk, claimIds), ...people.approvers);
  return Promise.all(claimIds.map((claimId) => orderOf(house, people.clerk, claimId)));
}

export const ALL_IN_ORDER: readonly Finding[] = (['legality', 'commitment', 'payee'] as const).map((item) => ({
  item,
  agrees: true,
  remark: '',
}));

/** Checked by one person and accepted by the other. */
export async function acceptOrders(
  house: House,
  people: PaymentPeople,
  orderIds: readonly string[],
): Promise<OrderOutcome[]> {
  await house.get(CheckPaymentOrders).execute(people.checker, { orderIds, findings: ALL_IN_ORDER });
  return house.get(AcceptPaymentOrders).execute(people.treasurer, { orderIds });
}

/** 送付書: this person confirms the file as the page shows it. */
export async function confirmBatch(house: House, person: StaffActor, batchId: string): Promise<void> {
  const { sheet } = await house.get(ViewBatches).one(person, batchId);
  await house.get(ConfirmBatch).execute(person, { batchId, sha256: sheet?.sha256 ?? '' });
}

/** Confirmed by the checker and released by the treasurer. */
export async function releaseBatch(house: House, people: PaymentPeople, batchId: string): Promise<ReleasedFile> {
  await confirmBatch(house, people.checker, batchId);
  return house.get(ReleaseBatch).execute(people.treasurer, { batchId });
}

/** An accepted order of an invented organisation; say what matters to the test. */
export const anOrder = (told: Partial<PaymentOrder> = {}): PaymentOrder => ({
  id: '00000000-0000-4000-8000-000000000001',
  claimId: '00000000-0000-4000-8000-000000000002',
  grantId: '00000000-0000-4000-8000-000000000003',
  applicationId: '00000000-0000-4000-8000-000000000004',
  organizationId: '00000000-0000-4000-8000-000000000005',
  organizationName: '見本校区まちづくり協議会',
  programName: '運営交付金',
  fiscalYear: fiscalYear(2026),
  budgetLineId: '00000000-0000-4000-8000-000000000006',
  budgetCode: '02-01-07-18-001',
  budgetName: '負担金、補助及び交付金',
  commitmentNumber: 'R8-0001',
  committedOn: localDate('2026-04-20'),
  commitmentAmount: yen(660000),
  claimedOn: localDate('2026-04-28'),
  paymentMethod: '通常払',
  amount: yen(660000),
  payee: {
    bankAccountId: '00000000-0000-4000-8000-000000000007',
    bankCode: '0178',
    bankName: '見本銀行',
    bankKana: 'ﾐﾎﾝ',
    branchCode: '101',
    branchName: '見本支店',
    branchKana: 'ﾐﾎﾝ',
    accountKind: '1',
    accountNumber: '0765432',
    holderKana: 'ミホンコウクマチヅクリキョウギカイ',
    transferKana: 'ﾐﾎﾝｺｳｸﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ',
  },
  state: 'accepted',
  draftId: null,
  number: 1,
  orderedOn: localDate('2026-05-01'),
  checkPassed: true,
  paidOn: null,
  slipNumber: null,
  creditorNumber: null,
  version: 1,
  ...told,
});
