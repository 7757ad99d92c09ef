import type { WorkbookSheet } from '../../../platform/excel/index.js';
import { ROLE_SUGGESTIONS } from '../../domain/officer.js';

export interface ImportColumn {
  readonly key: string;
  readonly heading: string;
  readonly width: number;
  readonly choices?: readonly string[];
}

export interface ImportSheet {
  readonly name: string;
  readonly columns: readonly ImportColumn[];
  readonly sample: readonly string[];
}

/** A row whose first cell starts so is an example and never imported. */
export const SAMPLE_MARK = '見本';

const ORGANIZATION = { key: 'organization', heading: '団体名（必須）', width: 34 } as const;

export const ORGANIZATION_SHEET: ImportSheet = {
  name: '団体',
  columns: [
    ORGANIZATION,
    { key: 'kana', heading: '団体名フリガナ（必須）', width: 40 },
    { key: 'districtId', heading: '校区（必須）', width: 14 },
    { key: 'wards', heading: '行政区（「、」で区切る）', width: 40 },
    { key: 'postalCode', heading: '郵便番号（必須）', width: 12 },
    { key: 'address', heading: '住所（必須）', width: 34 },
    { key: 'phone', heading: '電話番号（必須）', width: 16 },
    { key: 'mail', heading: 'メールアドレス', width: 24 },
    { key: 'consent', heading: '電子交付の同意', width: 12, choices: ['はい', 'いいえ'] },
  ],
  sample: [
    '見本　○○校区まちづくり協議会',
    'ミホンコウクマチヅクリキョウギカイ',
    '○○校区',
    '一区、二区、三区',
    '000-0000',
    '○○市○○1-1',
    '0900-00-0000',
    '',
    'いいえ',
  ],
};

export const OFFICER_SHEET: ImportSheet = {
  name: '役員',
  columns: [
    ORGANIZATION,
    { key: 'role', heading: '役職（必須）', width: 14, choices: ROLE_SUGGESTIONS },
    { key: 'name', heading: '氏名（必須）', width: 20 },
    { key: 'phone', heading: '電話番号（代表者は必須）', width: 18 },
    { key: 'termFrom', heading: '任期の開始日（必須）', width: 18 },
    { key: 'termUntil', heading: '任期の終了日（必須）', width: 18 },
    { key: 'isRepresentative', heading: '代表者（○）', width: 10, choices: ['○'] },
  ],
  sample: ['見本　○○校区まちづくり協議会', '会長', '見本　花子', '0900-00-0000', '2026/4/1', '2028/3/31', '○'],
};

export const ACCOUNT_SHEET: ImportSheet = {
  name: '口座',
  columns: [
    ORGANIZATION,
    { key: 'bankCode', heading: '銀行コード（4桁・必須）', width: 14 },
    { key: 'branchCode', heading: '支店コード（3桁）', width: 12 },
    { key: 'accountKind', heading: '種目', width: 10, choices: ['普通', '当座', '貯蓄'] },
    { key: 'accountNumber', heading: '口座番号（7桁）', width: 14 },
    { key: 'yuchoSymbol', heading: 'ゆうちょ記号', width: 12 },
    { key: 'yuchoNumber', heading: 'ゆうちょ番号', width: 12 },
    { key: 'holderKana', heading: '口座名義カナ（通帳のとおり・必須）', width: 44 },
  ],
  sample: [
    '見本　○○校区まちづくり協議会',
    '0000',
    '000',
    '普通',
    '0000000',
    '',
    '',
    'ミホンコウクマチヅクリキョウギカイ カイチョウ ミホン ハナコ',
  ],
};

export const IMPORT_SHEETS = [ORGANIZATION_SHEET, OFFICER_SHEET, ACCOUNT_SHEET] as const;

/** The sheets of the workbook that staff download, fill in and send back. */
export const templateSheets = (districtNames: readonly string[]): WorkbookSheet[] =>
  IMPORT_SHEETS.map(({ name, columns, sample }) => ({
    name,
    rows: [sample],
    columns: columns.map(({ key, heading, width, choices }) => {
      const offered = key === 'districtId' && districtNames.length > 0 ? districtNames : choices;
      return offered ? { heading, width, choices: offered } : { heading, width };
    }),
  }));
