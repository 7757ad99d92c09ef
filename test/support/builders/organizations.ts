import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { ApproveDraft, ViewDraft } from '../../../src/approvals/index.js';
import type { OfficerActor, StaffActor } from '../../../src/kernel/actor.js';
import {
  AddDistrict,
  ConfirmAccountChange,
  DraftAccountChange,
  ConfirmTransferKana,
  DraftRegistration,
  ListOrganizations,
  OpenOrganization,
  RegisterOrganization,
  RequestAccountChange,
  REGISTRATION_CHECKLIST,
  SaveAccount,
  SaveBylaws,
  SaveDetails,
  SaveOfficer,
  SaveWards,
  SubmitRegistration,
  ViewOrganization,
  type OrganizationView,
  type TypedAccount,
} from '../../../src/organizations/index.js';
import type { House } from '../house.js';
import { staffActor } from './staff.js';

type Has = Pick<House, 'get'>;

/** An organisation of a test with its first officer, who acts for it. */
export interface TestOrganization {
  readonly id: string;
  readonly name: string;
  readonly officer: OfficerActor;
}

export interface OrganizationWishes {
  readonly name?: string;
  readonly district?: string;
  readonly wards?: readonly string[];
  readonly consents?: boolean;
  readonly account?: Partial<TypedAccount>;
}

/** A small file that proves to be a picture. */
export const aPicture = (name = '通帳.png'): { bytes: Buffer; name: string } => ({ bytes: PICTURE, name });

export const SAMPLE_ACCOUNT: TypedAccount = {
  bankCode: '0177',
  branchCode: '636',
  accountKind: '1',
  accountNumber: '1234567',
  yuchoSymbol: '',
  yuchoNumber: '',
  holderKana: 'ミホンコウク マチヅクリキョウギカイ カイチョウ ミホンハナコ',
};

/** Staff open an organisation; its first officer has the name 見本 花子. */
export async function anOpenedOrganization(
  house: Has,
  staff: StaffActor,
  { name = '見本校区まちづくり協議会', district = '見本校区' }: OrganizationWishes = {},
): Promise<TestOrganization> {
  const { districts } = await house.get(ListOrganizations).execute(staff);
  const known = districts.find((each) => each.name === district);
  const { id: districtId } = known ?? (await house.get(AddDistrict).execute(staff, { name: district }));
  const opened = await house
    .get(OpenOrganization)
    .execute(staff, { name, districtId, officerRole: '会長', officerName: '見本 花子' });
  const officer: OfficerActor = {
    kind: 'officer',
    municipalityId: staff.municipalityId,
    accountId: randomUUID(),
    officerId: opened.officerId,
    organizationId: opened.organizationId,
    name: '見本 花子',
  };
  return { id: opened.organizationId, name, officer };
}

/** The officer fills in every part of the registration, without submitting it. */
export async function fillRegistration(
  house: Has,
  organization: TestOrganization,
  wishes: OrganizationWishes = {},
): Promise<void> {
  const { id: organizationId, officer, name } = organization;
  const { file, districts } = await see(house, organization);
  const districtId = districts.find((each) => each.id === file.details.districtId)?.id ?? '';
  await house.get(SaveDetails).execute(officer, {
    ...{ organizationId, version: file.detailsVersion, name, kana: 'ミホンコウク', districtId },
    ...{ postalCode: '838-0100', address: '見本市見本1-1', phone: '0942-00-0000', mail: '' },
    consentsToElectronicDelivery: wishes.consents ?? true,
  });
  const wards = (wishes.wards ?? ['一区', '二区', '三区', '四区', '五区', '六区']).join('\n');
  await house.get(SaveWards).execute(officer, { organizationId, version: file.wardsVersion, wards });
  const bylaws = { bytes: PICTURE, name: '規約.png' };
  await house.get(SaveBylaws).execute(officer, { organizationId, version: file.bylawsVersion, file: bylaws });
  await house.get(SaveOfficer).execute(officer, {
    ...{ organizationId, officerId: officer.officerId, version: 1, role: '会長', name: '見本 花子' },
    ...{ phone: '0942-00-0000', termFrom: '2026/4/1', termUntil: '2028/3/31', isRepresentative: true },
  });
  const account = { ...SAMPLE_ACCOUNT, ...wishes.account };
  await house.get(SaveAccount).execute(officer, { ...account, organizationId, version: 0, passbook: aPicture() });
}

export async function submitRegistration(house: Has, organization: TestOrganization): Promise<void> {
  const { file } = await see(house, organization);
  await house
    .get(SubmitRegistration)
    .execute(organization.officer, { organizationId: organization.id, version: file.version });
}

/** Nothing was said of a kana unlike the passbook's. */
export const SAME_AS_PASSBOOK = { seen: false, reason: '' };

/** Staff confirm the transfer kana that is proposed, tick the checklist and register, by a draft where the town says so. */
export async function examineAndRegister(
  house: Has,
  staff: StaffActor,
  organization: TestOrganization,
  transferKana = 'ﾐﾎﾝｺｳｸ ﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ ｶｲﾁﾖｳ',
): Promise<void> {
  const organizationId = organization.id;
  const before = await house.get(ViewOrganization).execute(staff, organizationId);
  const accountVersion = before.file.account?.version ?? 0;
  await house
    .get(ConfirmTransferKana)
    .execute(staff, { organizationId, accountVersion, transferKana, unlike: SAME_AS_PASSBOOK });
  const { file } = await see(house, organization);
  const checked = REGISTRATION_CHECKLIST.map(({ id }) => id);
  const command = { organizationId, version: file.version, checked };
  if (!before.registrationDraft.ruled) {
    await house.get(RegisterOrganization).execute(staff, command);
    return;
  }
  // In 小竹町 the section chief decides it.
  const words = { title: '団体の登録について', reason: '確認したため' };
  const { draftId } = await house.get(DraftRegistration).execute(staff, { ...command, ...words });
  const chief = await staffActor(house, { id: staff.municipalityId, name: '小竹町' }, 'kacho');
  const { cases } = await house.get(ViewDraft).execute(chief, draftId);
  const shownDigests = Object.fromEntries(cases.map(({ item, digest }) => [item.id, digest]));
  await house.get(ApproveDraft).execute(chief, { draftId, shownDigests, comment: '' });
}

/** The officer asks for another account, whose number ends in 4321; returns the change that two people must confirm. */
export async function askForOtherAccount(house: Has, { id, officer }: TestOrganization): Promise<string> {
  const account = { ...SAMPLE_ACCOUNT, accountNumber: '7654321' };
  const typed = { ...account, organizationId: id, reason: '会計担当の交代', passbook: aPicture() };
  return (await house.get(RequestAccountChange).execute(officer, typed)).changeId;
}

/** Each of these people confirms the change; the second makes it hold, by a draft where the town says so. */
export async function confirmOtherAccount(
  house: Has,
  people: readonly StaffActor[],
  { id: organizationId }: TestOrganization,
  changeId: string,
): Promise<void> {
  const transferKana = 'ﾐﾎﾝｺｳｸ ﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ ｶｲﾁﾖｳ';
  for (const person of people) {
    const command = { organizationId, changeId, transferKana, unlike: SAME_AS_PASSBOOK };
    const { toDraft } = await house.get(ConfirmAccountChange).execute(person, command);
    if (toDraft) await decideOtherAccount(house, people, organizationId, changeId);
  }
}

/** Drafted by the first, and decided by the 係長 and the 課長. */
async function decideOtherAccount(
  house: Has,
  [clerk]: readonly StaffActor[],
  organizationId: string,
  changeId: string,
): Promise<void> {
  if (!clerk) throw new Error('nobody drafts');
  const words = { title: '口座の変更について', reason: '確認したため' };
  const { draftId } = await house.get(DraftAccountChange).execute(clerk, { organizationId, changeId, ...words });
  for (const post of ['kakaricho', 'kacho']) {
    const person = await staffActor(house, { id: clerk.municipalityId, name: '' }, post);
    const { cases } = await house.get(ViewDraft).execute(person, draftId);
    const shownDigests = Object.fromEntries(cases.map(({ item, digest }) => [item.id, digest]));
    await house.get(ApproveDraft).execute(person, { draftId, shownDigests, comment: '' });
  }
}

/** An organisation that may apply: opened, filled in, submitted, examined and registered. */
export async function aRegisteredOrganization(
  house: Has,
  staff: StaffActor,
  wishes: OrganizationWishes = {},
): Promise<TestOrganization> {
  const organization = await anOpenedOrganization(house, staff, wishes);
  await fillRegistration(house, organization, wishes);
  await submitRegistration(house, organization);
  await examineAndRegister(house, staff, organization);
  return organization;
}

export const see = (house: Has, { id, officer }: TestOrganization): Promise<OrganizationView> =>
  house.get(ViewOrganization).execute(officer, id);

/** A white PNG of one pixel, written out byte by byte. */
const PICTURE = ((): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.from([0, 255]));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
})();

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
