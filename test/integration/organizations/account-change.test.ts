import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor, StaffActor } from '../../../src/kernel/actor.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  CloseAccountChange,
  ConfirmAccountChange,
  OrganizationDirectory,
  ReadDocument,
  RequestAccountChange,
  ViewOrganization,
  type Payee,
} from '../../../src/organizations/index.js';
import {
  aPicture,
  aRegisteredOrganization,
  SAMPLE_ACCOUNT,
  type TestOrganization,
  SAME_AS_PASSBOOK,
} from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

let house: House;
let [first, second, chief]: StaffActor[] = [];
let organization: TestOrganization;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  const { ogori } = await openTowns(house);
  [first, second, chief] = [
    await staffActor(house, ogori, 'tanto1'),
    await staffActor(house, ogori, 'tanto2'),
    await staffActor(house, ogori, 'kacho'),
  ];
  await withoutRuleForAccounts();
});
afterAll(() => house.close());

/** A town whose 専決規程 has no rule for it: the second confirmation decides. */
async function withoutRuleForAccounts(): Promise<void> {
  await house.sql(`BEGIN; SET LOCAL session_replication_role = replica;
    DELETE FROM authority_rules WHERE act = 'account-change'; COMMIT`);
}

beforeEach(async () => {
  organization = await aRegisteredOrganization(house, one(first), { name: `口座の協議会${String((count += 1))}` });
});

const one = (actor: StaffActor | undefined): StaffActor => {
  if (!actor) throw new Error('no such person');
  return actor;
};

const refusal = async (act: Promise<unknown>): Promise<string[]> => {
  const error = await act.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (error === null) return [];
  if (!(error instanceof DomainError)) throw new Error('not a refusal', { cause: error });
  const short = (code: string): string => code.replace('organizations.', '');
  return error.faults.length > 0 ? error.faults.map(({ code }) => short(code)) : [short(error.code)];
};

const request = (actor: Actor, wishes: object = {}): Promise<{ changeId: string }> =>
  house.get(RequestAccountChange).execute(actor, {
    ...SAMPLE_ACCOUNT,
    ...{ branchCode: '001', accountNumber: '7654321', reason: '会長が替わったため' },
    ...{ organizationId: organization.id, passbook: aPicture('新しい通帳.png') },
    ...wishes,
  });

const confirm = (
  actor: StaffActor | undefined,
  changeId: string,
  transferKana = 'ﾐﾎﾝｺｳｸ',
  unlike = SAME_AS_PASSBOOK,
): Promise<{ complete: boolean }> =>
  house
    .get(ConfirmAccountChange)
    .execute(one(actor), { organizationId: organization.id, changeId, transferKana, unlike });

const payee = (): Promise<Payee> =>
  house.get(UnitOfWork).run(one(first), (tx) => house.get(OrganizationDirectory).payeeForUpdate(tx, organization.id));

describe('a change of the account', () => {
  it('holds payments until two different staff have confirmed it, then pays to the new account', async () => {
    const before = await payee();
    const { changeId } = await request(organization.officer);
    expect(await payee()).toMatchObject({ accountNumber: '1234567', hold: 'account-change-pending' });

    expect(await confirm(first, changeId)).toEqual({ complete: false });
    expect(await refusal(confirm(first, changeId))).toEqual(['change-confirmed-already']);
    expect(await refusal(confirm(second, changeId, 'ﾍﾞﾂ'))).toEqual(['change-kana-differs']);
    expect(await payee()).toMatchObject({ accountNumber: '1234567', hold: 'account-change-pending' });

    expect(await confirm(second, changeId)).toEqual({ complete: true });
    const after = await payee();
    expect(after).toMatchObject({ accountNumber: '7654321', branchCode: '001', transferKana: 'ﾐﾎﾝｺｳｸ', hold: null });
    expect(after.bankAccountId).not.toBe(before.bankAccountId);

    const view = await house.get(ViewOrganization).execute(one(chief), organization.id);
    expect(view.accounts.map(({ accountNumber, state }) => [accountNumber, state])).toEqual(
      expect.arrayContaining([
        ['7654321', 'current'],
        ['1234567', 'former'],
      ]),
    );
    expect(view.changes).toMatchObject([
      { state: 'confirmed', confirmations: [{ staffName: one(first).name }, { staffName: one(second).name }] },
    ]);
    const events = await house.sql<{ type: string }>(
      'SELECT type FROM outbox_events WHERE subject_id = $1 ORDER BY position',
      [changeId],
    );
    expect(events.map(({ type }) => type)).toEqual(['BankAccountChangeRequested', 'BankAccountChanged']);
  });

  it('needs two others when staff asked for it', async () => {
    const { changeId } = await request(one(first));
    expect(await refusal(confirm(first, changeId))).toEqual(['change-own-request']);
    await confirm(second, changeId);
    expect(await confirm(chief, changeId)).toEqual({ complete: true });
  });

  it('takes a kana unlike the passbook only when each of the two says why', async () => {
    const { changeId } = await request(organization.officer);
    const knowing = { seen: true, reason: '通帳が旧名のままのため' };
    expect(await refusal(confirm(first, changeId, 'ｷﾕｳﾒｲ'))).toEqual(['transfer-kana-unlike', 'unlike-reason-missing']);
    await confirm(first, changeId, 'ｷﾕｳﾒｲ', knowing);
    expect(await refusal(confirm(second, changeId, 'ｷﾕｳﾒｲ'))).toEqual([
      'transfer-kana-unlike',
      'unlike-reason-missing',
    ]);
    expect(await confirm(second, changeId, 'ｷﾕｳﾒｲ', knowing)).toEqual({ complete: true });
    const { file, changes } = await house.get(ViewOrganization).execute(one(chief), organization.id);
    expect(file.account).toMatchObject({ transferKana: 'ｷﾕｳﾒｲ', unlikeReason: knowing.reason });
    expect(changes[0]?.confirmations.map(({ unlikeReason }) => unlikeReason)).toEqual([knowing.reason, knowing.reason]);
  });

  it('counts two people who confirm in the same moment as two, and never the same person twice', async () => {
    const { changeId } = await request(organization.officer);
    const outcomes = await Promise.all([
      confirm(first, changeId),
      confirm(second, changeId),
      refusal(confirm(first, changeId)),
    ]);
    expect(outcomes.slice(0, 2)).toEqual(expect.arrayContaining([{ complete: false }, { complete: true }]));
    expect((outcomes[2] as string[]).length).toBe(1);
    expect((await payee()).accountNumber).toBe('7654321');
  });

  it('is one at a time, also when two officers ask in the same moment', async () => {
    const outcomes = await Promise.all([
      refusal(request(organization.officer)),
      refusal(request(organization.officer)),
    ]);
    expect(outcomes.map(String).sort()).toEqual(['', 'change-open-already']);
  });

  it('wants a reason, a passbook and a whole account, each at its field', async () => {
    const faulty = { reason: ' ', passbook: null, accountNumber: '12', bankCode: '' };
    expect(await refusal(request(organization.officer, faulty))).toEqual([
      'bank-missing',
      'account-number-not-seven-digits',
      'passbook-missing',
      'change-reason-missing',
    ]);
  });

  it('can be refused with a reason or taken back, and then payments go on as before', async () => {
    const close = (actor: Actor, changeId: string, how: 'refuse' | 'withdraw', reason = ''): Promise<string[]> =>
      refusal(house.get(CloseAccountChange).execute(actor, { organizationId: organization.id, changeId, how, reason }));
    const { changeId } = await request(organization.officer);
    expect(await close(organization.officer, changeId, 'refuse', 'x')).toEqual(['common.forbidden']);
    expect(await close(one(second), changeId, 'withdraw')).toEqual(['common.forbidden']);
    expect(await close(one(second), changeId, 'refuse')).toEqual(['change-reason-missing']);
    expect(await close(one(second), changeId, 'refuse', '通帳の名義が違います。')).toEqual([]);
    expect(await payee()).toMatchObject({ accountNumber: '1234567', hold: null });
    expect(await refusal(confirm(first, changeId))).toEqual(['change-closed-already']);

    const again = await request(organization.officer);
    expect(await close(organization.officer, again.changeId, 'withdraw')).toEqual([]);
    expect((await payee()).hold).toBeNull();
  });

  it('shows the new passbook to staff and to the organisation’s officers only', async () => {
    await request(organization.officer);
    const { openChange } = await house.get(ViewOrganization).execute(organization.officer, organization.id);
    const which = { accountId: openChange?.proposed.id ?? '' };
    const passbook = await house.get(ReadDocument).execute(one(first), { organizationId: organization.id, which });
    expect(passbook).toMatchObject({ name: '新しい通帳.png', mediaType: 'image/png' });
    const other = await aRegisteredOrganization(house, one(first), { name: `別の協議会${String(count)}` });
    expect(await refusal(house.get(ReadDocument).execute(other.officer, { organizationId: other.id, which }))).toEqual([
      'common.not-found',
    ]);
  });
});
