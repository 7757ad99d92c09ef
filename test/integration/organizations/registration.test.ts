import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OfficerActor, StaffActor } from '../../../src/kernel/actor.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { AcceptInvitation } from '../../../src/identity/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  AddDistrict,
  AnswerRemarks,
  ConfirmTransferKana,
  InviteOfficer,
  ListOrganizations,
  OpenOrganization,
  OrganizationDirectory,
  ReadDocument,
  RegisterOrganization,
  REGISTRATION_CHECKLIST,
  RemoveOfficer,
  ReturnRegistration,
  SaveAccount,
  SaveBylaws,
  SaveDetails,
  SaveOfficer,
  SaveWards,
  SubmitRegistration,
  ViewOrganization,
} from '../../../src/organizations/index.js';
import {
  aPicture,
  aRegisteredOrganization,
  anOpenedOrganization,
  examineAndRegister,
  fillRegistration,
  SAMPLE_ACCOUNT,
  see,
  submitRegistration,
  SAME_AS_PASSBOOK,
} from '../../support/builders/organizations.js';
import { openTowns, staffActor, type Towns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

let house: House;
let towns: Towns;
let staff: StaffActor;
let chief: StaffActor;
const all = REGISTRATION_CHECKLIST.map(({ id }) => id);

beforeAll(async () => {
  house = await openHouse();
  towns = await openTowns(house);
  staff = await staffActor(house, towns.ogori, 'tanto1');
  chief = await staffActor(house, towns.ogori, 'kacho');
});
afterAll(() => house.close());

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

describe('what stands on letters', () => {
  it('is refused at its field when no letter could show it', async () => {
    const { id: districtId } = await house.get(AddDistrict).execute(staff, { name: '希望校区' });
    const opening = { name: '希望😀協議会', districtId, officerRole: '会長', officerName: '𠮷田\ue000 見本' };
    await expect(house.get(OpenOrganization).execute(staff, opening)).rejects.toMatchObject({
      faults: [
        { pointer: 'name', code: 'organizations.not-printable', params: { characters: '😀' } },
        { pointer: 'officerName', code: 'organizations.not-printable', params: { characters: '\ue000' } },
      ],
    });
    const { id: organizationId, officer } = await anOpenedOrganization(house, staff, { name: '希望協議会' });
    const details = {
      ...{ organizationId, version: 0, name: '希望協議会', kana: 'キボウ', districtId },
      ...{ postalCode: '838-0100', address: '小郡市🏠1', phone: '', mail: '', consentsToElectronicDelivery: true },
    };
    expect(await refusal(house.get(SaveDetails).execute(officer, details))).toEqual(['phone-missing', 'not-printable']);
    const entry = {
      ...{ organizationId, officerId: null, version: 0, role: '会計🎉', name: '見本 次郎', phone: '' },
      ...{ termFrom: '2026/4/1', termUntil: '2028/3/31', isRepresentative: false },
    };
    expect(await refusal(house.get(SaveOfficer).execute(officer, entry))).toEqual(['not-printable']);
  });
});

describe('from the opening to the register', () => {
  it('lets the invited officer in, who fills in, submits and is registered', async () => {
    const { id: districtId } = await house.get(AddDistrict).execute(staff, { name: '三国校区' });
    const opened = await house.get(OpenOrganization).execute(staff, {
      name: '三国校区まちづくり協議会',
      districtId,
      officerRole: '会長',
      officerName: '津古 見本',
    });
    const signedIn = await house.get(AcceptInvitation).execute(towns.ogori, {
      code: opened.code,
      signInName: 'mikuni',
      password: 'みほんのながいあいことば',
      userAgent: 'test',
    });
    const officer = signedIn.actor as OfficerActor;
    expect(officer).toMatchObject({
      kind: 'officer',
      organizationId: opened.organizationId,
      officerId: opened.officerId,
    });

    const organization = { id: opened.organizationId, name: '三国校区まちづくり協議会', officer };
    await fillRegistration(house, organization, { wards: ['一区', '二区', '三区'] });
    await submitRegistration(house, organization);
    await examineAndRegister(house, staff, organization);

    const profile = await house
      .get(UnitOfWork)
      .read(staff, (tx) => house.get(OrganizationDirectory).registeredOrRefuse(tx, organization.id));
    expect(profile).toMatchObject({
      name: '三国校区まちづくり協議会',
      districtName: '三国校区',
      wards: ['一区', '二区', '三区'],
      state: 'registered',
      consentsToElectronicDelivery: true,
      representative: { role: '会長', name: '見本 花子' },
    });
    const payee = await house
      .get(UnitOfWork)
      .run(staff, (tx) => house.get(OrganizationDirectory).payeeForUpdate(tx, organization.id));
    expect(payee).toMatchObject({
      bankCode: '0177',
      bankKana: 'ﾌｸｵｶ',
      branchKana: 'ｵｺﾞｵﾘ',
      accountNumber: '1234567',
      holderKana: 'ミホンコウク マチヅクリキョウギカイ カイチョウ ミホンハナコ',
      transferKana: 'ﾐﾎﾝｺｳｸ ﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ ｶｲﾁﾖｳ',
      hold: null,
    });
    const events = await house.sql<{ type: string }>(
      'SELECT type FROM outbox_events WHERE subject_id = $1 ORDER BY position',
      [organization.id],
    );
    expect(events.map(({ type }) => type)).toEqual(['OrganizationSubmitted', 'OrganizationRegistered']);
  });

  it('says everything that is missing when it is submitted too early', async () => {
    const organization = await anOpenedOrganization(house, staff, { name: '早すぎる協議会' });
    const { file } = await see(house, organization);
    const command = { organizationId: organization.id, version: file.version };
    expect(await refusal(house.get(SubmitRegistration).execute(organization.officer, command))).toEqual([
      'details-unfinished',
      'wards-missing',
      'bylaws-missing',
      'representative-missing',
      'account-missing',
    ]);
  });

  it('comes back with remarks at their fields, which must be answered before it goes out again', async () => {
    const organization = await anOpenedOrganization(house, staff, { name: '差し戻しの協議会' });
    await fillRegistration(house, organization);
    await submitRegistration(house, organization);
    const organizationId = organization.id;
    let { file } = await see(house, organization);
    const remarks = [
      { field: 'wards', text: '六区は隣の校区です。' },
      { field: 'passbook', text: '' },
    ];
    const giveBack = house.get(ReturnRegistration);
    expect(
      await refusal(giveBack.execute(staff, { organizationId, version: file.version, remarks: [], checked: [] })),
    ).toEqual(['remarks-missing']);
    await giveBack.execute(staff, { organizationId, version: file.version, remarks, checked: ['bylaws'] });

    ({ file } = await see(house, organization));
    expect(file).toMatchObject({
      state: 'returned',
      remarks: [{ field: 'wards', text: '六区は隣の校区です。', answer: null }],
    });
    const submit = (): Promise<string[]> =>
      refusal(house.get(SubmitRegistration).execute(organization.officer, { organizationId, version: file.version }));
    expect(await submit()).toEqual(['remark-unanswered']);

    const wards = '一区\n二区\n三区\n四区\n五区';
    await house.get(SaveWards).execute(organization.officer, { organizationId, version: file.wardsVersion, wards });
    const remarkId = file.remarks[0]?.id ?? '';
    await house
      .get(AnswerRemarks)
      .execute(organization.officer, { organizationId, answers: { [remarkId]: '六区を消しました。' } });
    ({ file } = await see(house, organization));
    expect(await submit()).toEqual([]);
    await examineAndRegister(house, staff, organization);
    const { examinations } = await see(house, organization);
    expect(examinations).toMatchObject([{ outcome: 'returned' }, { outcome: 'registered', examinedBy: staff.name }]);
  });

  it('is registered only with every item ticked, the kana confirmed, by staff who may', async () => {
    const organization = await anOpenedOrganization(house, staff, { name: '確認中の協議会' });
    await fillRegistration(house, organization);
    await submitRegistration(house, organization);
    const organizationId = organization.id;
    const { file } = await see(house, organization);
    const register = (
      checked: readonly string[],
      version = file.version,
      actor: StaffActor | OfficerActor = staff,
    ): Promise<string[]> =>
      refusal(house.get(RegisterOrganization).execute(actor, { organizationId, version, checked }));
    expect(await register(all.slice(1))).toEqual(['checklist-open']);
    expect(await register(all)).toEqual(['transfer-kana-unconfirmed']);
    const accountVersion = file.account?.version ?? 0;
    const confirm = (transferKana: string, unlike = SAME_AS_PASSBOOK): Promise<string[]> =>
      refusal(house.get(ConfirmTransferKana).execute(staff, { organizationId, accountVersion, transferKana, unlike }));
    expect(await confirm('見本')).toEqual(['transfer-kana-forbidden']);
    expect(await confirm('ﾍﾞﾂﾉ ｺｳｸ')).toEqual(['transfer-kana-unlike', 'unlike-reason-missing']);
    expect(await confirm('ﾍﾞﾂﾉ ｺｳｸ', { seen: true, reason: ' ' })).toEqual(['unlike-reason-missing']);
    expect(await confirm('ﾐﾎﾝ')).toEqual([]);
    expect(await confirm('ﾐﾎﾝ')).toEqual(['common.stale']);
    expect(await register(all, file.version)).toEqual(['common.stale']);
    expect(await register(all, file.version + 1, chief)).toEqual(['common.forbidden']);
    expect(await register(all, file.version + 1, organization.officer)).toEqual(['common.forbidden']);
    expect(await register(all, file.version + 1)).toEqual([]);
    expect(await register(all, file.version + 2)).toEqual(['not-under-examination']);
  });
});

describe('two officers at work', () => {
  it('refuses the second save of the same part as stale, and lets different parts pass', async () => {
    const organization = await anOpenedOrganization(house, staff, { name: '二人の協議会' });
    const { file } = await see(house, organization);
    const command = { organizationId: organization.id, version: file.wardsVersion };
    const save = (wards: string): Promise<string[]> =>
      refusal(house.get(SaveWards).execute(organization.officer, { ...command, wards }));
    const outcomes = await Promise.all([save('一区'), save('二区')]);
    expect(outcomes.map(String).sort()).toEqual(['', 'common.stale']);
    const bylaws = {
      organizationId: organization.id,
      version: file.bylawsVersion,
      file: { ...aPicture(), name: '規約.png' },
    };
    expect(await refusal(house.get(SaveBylaws).execute(organization.officer, bylaws))).toEqual([]);
  });

  it('has one representative, whoever was named last', async () => {
    const organization = await anOpenedOrganization(house, staff, { name: '代表の協議会' });
    await fillRegistration(house, organization);
    const entry = { organizationId: organization.id, version: 1, role: '会長', phone: '0942-00-0001' };
    const term = { termFrom: '2026/4/1', termUntil: '2027/3/31', isRepresentative: true };
    const { officerId } = await house
      .get(SaveOfficer)
      .execute(organization.officer, { ...entry, ...term, officerId: null, name: '後任 見本' });
    const { file } = await see(house, organization);
    expect(file.officers.filter((officer) => officer.isRepresentative).map(({ id }) => id)).toEqual([officerId]);
    const remove = (id: string): Promise<string[]> =>
      refusal(
        house.get(RemoveOfficer).execute(organization.officer, { organizationId: organization.id, officerId: id }),
      );
    expect(await remove(officerId)).toEqual(['representative-needs-successor']);
    expect(await remove(organization.officer.officerId)).toEqual(['cannot-remove-yourself']);
  });

  it('closes the account of a removed officer', async () => {
    const organization = await anOpenedOrganization(house, staff, { name: '退任の協議会' });
    const { officerId } = await house.get(SaveOfficer).execute(organization.officer, {
      ...{ organizationId: organization.id, officerId: null, version: 0, role: '会計', name: '退任 見本', phone: '' },
      ...{ termFrom: '2025/4/1', termUntil: '2026/3/31', isRepresentative: false },
    });
    const { code } = await house
      .get(InviteOfficer)
      .execute(organization.officer, { organizationId: organization.id, officerId });
    const account = { code, signInName: 'tainin', password: 'みほんのながいあいことば', userAgent: 'test' };
    await house.get(AcceptInvitation).execute(towns.ogori, account);
    expect((await see(house, organization)).officersWithAccount.has(officerId)).toBe(true);
    await house.get(RemoveOfficer).execute(staff, { organizationId: organization.id, officerId });
    const view = await see(house, organization);
    expect(view.officersWithAccount.has(officerId)).toBe(false);
    expect(view.file.officers.map(({ id }) => id)).not.toContain(officerId);
  });
});

describe('who may do what', () => {
  it('locks a submitted registration for officers, and what was registered for good', async () => {
    const organization = await aRegisteredOrganization(house, staff, { name: '登録済みの協議会' });
    const organizationId = organization.id;
    const { file } = await see(house, organization);
    const wards = { organizationId, version: file.wardsVersion, wards: '一区' };
    expect(await refusal(house.get(SaveWards).execute(organization.officer, wards))).toEqual(['fixed-by-registration']);
    const account = { ...SAMPLE_ACCOUNT, organizationId, version: file.account?.version ?? 0, passbook: null };
    expect(await refusal(house.get(SaveAccount).execute(organization.officer, account))).toEqual([
      'account-needs-change',
    ]);
    await house.get(SaveDetails).execute(organization.officer, {
      ...file.details,
      ...{ organizationId, version: file.detailsVersion, name: '別の名前', mail: '', phone: '0942-11-1111' },
    });
    expect((await see(house, organization)).file.details).toMatchObject({
      name: '登録済みの協議会',
      phone: '0942-11-1111',
    });
    expect(await refusal(house.get(SaveWards).execute(staff, wards))).toEqual(['correction-reason-missing']);
    const correction = { ...wards, correctionReason: '総会の議決により一区だけになったため' };
    expect(await refusal(house.get(SaveWards).execute(staff, correction))).toEqual([]);
    const [entry] = await house.sql<{ detail: unknown }>(
      `SELECT detail FROM audit_entries WHERE subject_id = $1 AND action = 'organization.wards-saved' ORDER BY id DESC LIMIT 1`,
      [organizationId],
    );
    expect(entry?.detail).toEqual({
      before: file.wards.filter((ward) => ward !== '一区'),
      after: file.wards.includes('一区') ? [] : ['一区'],
      count: 1,
      reason: '総会の議決により一区だけになったため',
    });
  });

  it('hides an organisation from everyone else’s officers and from the other town', async () => {
    const [one, other] = [
      await anOpenedOrganization(house, staff, { name: '甲の協議会' }),
      await anOpenedOrganization(house, staff, { name: '乙の協議会' }),
    ];
    const strangers = [
      other.officer,
      await staffActor(house, towns.kotake, 'tanto'),
      { ...one.officer, municipalityId: towns.kotake.id },
    ];
    for (const stranger of strangers) {
      expect(await refusal(house.get(ViewOrganization).execute(stranger, one.id))).toEqual(['common.not-found']);
      const wards = { organizationId: one.id, version: 1, wards: '一区' };
      expect(await refusal(house.get(SaveWards).execute(stranger, wards))).toEqual(['common.not-found']);
      const bylaws = { organizationId: one.id, which: 'bylaws' } as const;
      expect(await refusal(house.get(ReadDocument).execute(stranger, bylaws))).toEqual(['common.not-found']);
    }
    expect(await refusal(house.get(ViewOrganization).execute(staff, 'no-id'))).toEqual(['common.not-found']);
    expect(await refusal(house.get(ListOrganizations).execute(one.officer))).toEqual(['common.forbidden']);
  });

  it('keeps account numbers and names out of the audit trail', async () => {
    await aRegisteredOrganization(house, staff, { name: '監査の協議会' });
    const entries = await house.sql<{ detail: string }>('SELECT detail::text FROM audit_entries');
    expect(entries.length).toBeGreaterThan(10);
    for (const { detail } of entries) expect(detail).not.toMatch(/1234567|見本|協議会|ミホン/);
  });

  it('refuses a name that another organisation has', async () => {
    await anOpenedOrganization(house, staff, { name: '同じ名前の協議会' });
    expect(await refusal(anOpenedOrganization(house, staff, { name: '同じ名前の協議会' }))).toEqual(['name-taken']);
  });

  it('finds the account of ゆうちょ by its 記号 and 番号', async () => {
    const organization = await anOpenedOrganization(house, staff, { name: 'ゆうちょの協議会' });
    const yucho = {
      bankCode: '9900',
      branchCode: '',
      accountKind: '',
      accountNumber: '',
      yuchoSymbol: '17440',
      yuchoNumber: '12345671',
    };
    await fillRegistration(house, organization, { account: yucho });
    expect((await see(house, organization)).file.account).toMatchObject({
      ...{ bankCode: '9900', branchCode: '748', branchName: '七四八', accountKind: '1', accountNumber: '1234567' },
      ...{ yuchoSymbol: '17440', yuchoNumber: '12345671' },
    });
  });
});
