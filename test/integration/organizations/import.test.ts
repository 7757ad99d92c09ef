import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { StaffActor } from '../../../src/kernel/actor.js';
import {
  AddDistrict,
  ImportOrganizations,
  ListOrganizations,
  MakeImportTemplate,
  ViewOrganization,
  type ImportReport,
} from '../../../src/organizations/index.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

let house: House;
let staff: StaffActor;

beforeAll(async () => {
  house = await openHouse();
  const { ogori } = await openTowns(house);
  staff = await staffActor(house, ogori, 'tanto1');
  for (const name of ['味坂校区', '御原校区']) await house.get(AddDistrict).execute(staff, { name });
});
afterAll(() => house.close());

type Rows = Readonly<Record<'団体' | '役員' | '口座', readonly (readonly (string | number | Date)[])[]>>;

/** The downloaded template, filled in below its sample rows as a clerk would in Excel. */
async function filled(rows: Rows): Promise<ImportReport> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await house.get(MakeImportTemplate).execute(staff)) as unknown as ArrayBuffer);
  for (const [sheet, lines] of Object.entries(rows)) {
    lines.forEach((line, index) => (workbook.getWorksheet(sheet)!.getRow(index + 3).values = [...line]));
  }
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return house.get(ImportOrganizations).execute(staff, { workbook: { bytes, name: '団体一覧.xlsx' } });
}

const AJISAKA = [
  '味坂校区協議会',
  'アジサカコウクキョウギカイ',
  '味坂校区',
  '一区、二区、三区',
  '838-0100',
  '小郡市味坂1',
  '0942-00-0001',
  '',
  'はい',
];
const MIHARA = [
  '御原校区協議会',
  'ミハラコウクキョウギカイ',
  '御原校区',
  '稲吉\n二森 北',
  '8380101',
  '小郡市御原1',
  '0942-00-0002',
  '',
  '',
];

const names = async (): Promise<string[]> =>
  (await house.get(ListOrganizations).execute(staff)).rows.map(({ name }) => name);
const cells = ({ faults }: ImportReport): string[] =>
  faults.map(({ sheet, cell, code }) => `${sheet} ${cell} ${code.replace('organizations.', '')}`);

describe('import from Excel', () => {
  it('names every faulty cell and writes nothing', async () => {
    const report = await filled({
      団体: [AJISAKA, ['味坂校区協議会'], ['', 'kanji漢字', '無い校区', '一区、一区', '83', '', 'x', 'y', 'たぶん']],
      役員: [
        ['味坂校区協議会', '会長', '見本 花子', '', '2026/4/1', '2025/3/31', '○'],
        ['知らない団体', '会計', '見本 次郎', '', '2026/13/1', '令和9年3月31日', '◎'],
      ],
      口座: [
        ['味坂校区協議会', '9998', '001', '普通', '1234567', '', '', 'ミホン'],
        ['味坂校区協議会', '0177', '999', '', '12345', '', '', '見本'],
        ['味坂校区協議会', '9900', '', '', '', '17440', '12345672', 'ミホン'],
      ],
    });
    expect(cells(report)).toEqual([
      '団体 A4 import-name-twice',
      '団体 I5 import-choice',
      '団体 A5 name-missing',
      '団体 B5 kana-not-kana',
      '団体 C5 district-missing',
      '団体 E5 postal-code-not-seven-digits',
      '団体 F5 address-missing',
      '団体 G5 phone-not-phone',
      '団体 H5 mail-not-mail',
      '団体 D5 ward-twice',
      '役員 F3 term-ends-before-it-starts',
      '役員 D3 representative-phone-missing',
      '役員 A4 import-organization-unknown',
      '役員 G4 import-choice',
      '役員 E4 term-from-unreadable',
      '口座 B3 bank-missing',
      '口座 C4 branch-missing',
      '口座 D4 account-kind-missing',
      '口座 E4 account-number-not-seven-digits',
      '口座 H4 holder-kana-not-kana',
      '口座 G5 yucho-number-must-end-in-one',
    ]);
    expect(await names()).toEqual([]);
  });

  it('takes organisations, officers and accounts over as drafts, also where Excel dropped zeros or knows days', async () => {
    const report = await filled({
      団体: [AJISAKA, MIHARA],
      役員: [
        [
          '味坂校区協議会',
          '会長',
          '見本 花子',
          '0942-00-0001',
          new Date(Date.UTC(2026, 3, 1)),
          '令和10年3月31日',
          '〇',
        ],
        ['味坂校区協議会', '会計', '見本 次郎', '', '2026/4/1', '2028/3/31', ''],
      ],
      口座: [
        ['味坂校区協議会', 177, 636, '普通', 34567, '', '', 'ミホンコウクキョウギカイ'],
        ['御原校区協議会', '9900', '', '', '', 17440, 12345671, 'ミハラコウクキョウギカイ'],
      ],
    });
    expect(cells(report)).toEqual([]);
    expect(report.created.map(({ name }) => name)).toEqual(['味坂校区協議会', '御原校区協議会']);
    const [ajisaka, mihara] = await Promise.all(
      report.created.map(({ id }) => house.get(ViewOrganization).execute(staff, id)),
    );
    expect(ajisaka?.file).toMatchObject({
      state: 'draft',
      detailsComplete: true,
      districtName: '味坂校区',
      wards: ['一区', '二区', '三区'],
      officers: [
        { role: '会長', name: '見本 花子', termFrom: '2026-04-01', termUntil: '2028-03-31', isRepresentative: true },
        { role: '会計', name: '見本 次郎', isRepresentative: false },
      ],
      account: { bankCode: '0177', branchCode: '636', accountNumber: '0034567', passbook: null, transferKana: null },
    });
    expect(mihara?.file).toMatchObject({
      wards: ['稲吉', '二森 北'],
      details: { postalCode: '838-0101', consentsToElectronicDelivery: false },
      account: { bankCode: '9900', branchCode: '748', accountNumber: '1234567' },
    });
  });

  it('leaves what is there as it is and says so', async () => {
    const changed = ['味坂校区協議会', 'ベツノヨミ', ...AJISAKA.slice(2)];
    const report = await filled({
      団体: [changed],
      役員: [['味坂校区協議会', '監事', '見本 三郎', '', '2026/4/1', '2027/3/31', '']],
      口座: [],
    });
    expect(report).toMatchObject({ faults: [], created: [], existing: ['味坂校区協議会'] });
    const { rows } = await house.get(ListOrganizations).execute(staff);
    const { file } = await house
      .get(ViewOrganization)
      .execute(staff, rows.find(({ name }) => name === '味坂校区協議会')?.id ?? '');
    expect(file.details.kana).toBe('アジサカコウクキョウギカイ');
    expect(file.officers).toHaveLength(2);
  });

  it('says when a sheet or a heading is missing', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('団体').addRow(['名称']);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const report = await house.get(ImportOrganizations).execute(staff, { workbook: { bytes, name: 'x.xlsx' } });
    expect(cells(report)).toEqual([
      '団体 A1 import-heading-moved',
      '役員  import-sheet-missing',
      '口座  import-sheet-missing',
    ]);
  });

  it('says when nothing is filled in', async () => {
    expect(cells(await filled({ 団体: [], 役員: [], 口座: [] }))).toEqual(['団体 A2 import-nothing']);
  });
});
