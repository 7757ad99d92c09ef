import { DocumentReader } from '../../forms/index.js';
import { municipalityId } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  refuseUnfitDefinition,
  type MunicipalityDefinition,
  type RevenueSubject,
  type RevenueSubjects,
  type SectionDefinition,
  type TownBank,
} from '../../municipalities/index.js';
import type { FaultBook } from '../faults.js';
import type { FolderAuthority, FolderRetention, FolderVoices, TownFolder } from '../town-folder.js';
import type { FolderFiles } from './folder-files.js';
import { strayKeys } from './stray-keys.js';

const FILE = 'town.json';

export interface TownJson extends Pick<TownFolder, 'town' | 'administrator' | 'voices' | 'retention'> {
  readonly authority: Omit<FolderAuthority, 'rules'> | null;
}

/** `town.json`: the town as its letters and payments show it, its sections, and who administers it. */
export function readTownJson(files: FolderFiles, book: FaultBook): TownJson | null {
  const input = files.json(FILE);
  if (input === null) {
    if (files.bytes(FILE) === null) book.add(FILE, '', 'town-folder.town-missing');
    return null;
  }
  const reader = new DocumentReader(input);
  const read = {
    ...readTown(reader),
    administrator: readAdministrator(reader.within('administrator')),
    authority: reader.given('authority') ? readAuthority(reader.within('authority')) : null,
    voices: reader.given('voices') ? readVoices(reader.within('voices')) : null,
    retention: reader.given('retention') ? readRetention(reader.within('retention')) : null,
  };
  for (const place of strayKeys(input, read)) reader.fault(place, 'town-folder.name-unknown');
  const { administrator, authority, voices, retention, ...town } = read;
  if (!town.sections.some(({ name }) => name === administrator.section)) {
    reader.fault('administrator.section', 'town-folder.section-unknown', { name: administrator.section });
  }
  if (reader.faults.length === 0) {
    try {
      refuseUnfitDefinition(town);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      book.addAll(FILE, error.faults);
    }
  }
  book.addAll(FILE, reader.faults);
  return { town, administrator, authority, voices, retention };
}

const readTown = (reader: DocumentReader): MunicipalityDefinition => ({
  id: municipalityId(reader.text('id', '全国地方公共団体コード', 6)),
  slug: reader.text('slug', 'アドレスに使う名前', 31),
  name: reader.text('name', '自治体の名前', 40),
  kana: reader.text('kana', 'ふりがな', 60),
  prefecture: reader.text('prefecture', '都道府県', 10),
  hallName: reader.text('hallName', '役所・役場の名前', 60),
  postalCode: reader.text('postalCode', '郵便番号', 8),
  address: reader.text('address', '所在地', 100),
  headTitle: reader.text('headTitle', '長の職名', 40),
  headName: reader.text('headName', '長の氏名', 40),
  headVacantActing: textOrNull(reader, 'headVacantActing', '職務代理者の職氏名', 80),
  treasurerTitle: reader.text('treasurerTitle', '会計管理者の職名', 40),
  treasurerName: reader.text('treasurerName', '会計管理者の氏名', 40),
  paymentMode: choice(reader, 'paymentMode', '支払方法', ['accounting-file', 'bank-file'] as const),
  bank: reader.given('bank') ? readBank(reader.within('bank')) : null,
  electronicDeliveryBasis: textOrNull(reader, 'electronicDeliveryBasis', '電子交付の根拠', 200),
  reminderDays: reader
    .sentences('reminderDays', '締切のお知らせの日数')
    .map((days) => (/^\d{1,3}$/.test(days) ? Number(days) : -1)),
  revenueSubjects: readRevenueSubjects(reader.within('revenueSubjects')),
  sections: reader.everyRow('sections', readSection),
});

const readRevenueSubjects = (reader: DocumentReader): RevenueSubjects => ({
  account: reader.text('account', '会計の名前', 40),
  principal: readSubject(reader.within('principal')),
  addition: readSubject(reader.within('addition')),
  lateCharge: readSubject(reader.within('lateCharge')),
  excess: readSubject(reader.within('excess')),
});

const readSubject = (reader: DocumentReader): RevenueSubject => ({
  code: reader.text('code', '歳入科目の番号', 30),
  name: reader.text('name', '歳入科目の名前', 80),
});

const readSection = (reader: DocumentReader): SectionDefinition => ({
  name: reader.text('name', '課の名前', 40),
  code: reader.text('code', '課の略字', 10),
  unit: reader.text('unit', '係の名前', 40),
  phone: reader.text('phone', '電話番号', 60),
  fax: reader.text('fax', 'ファクス番号', 60),
  mail: textOrNull(reader, 'mail', 'メールアドレス', 200),
  address: reader.text('address', '課の所在地', 100),
  role: reader.given('role') ? choice(reader, 'role', '課の役割', ['promotion', 'treasury'] as const) : null,
});

const readBank = (reader: DocumentReader): TownBank => ({
  consignorCode: reader.text('consignorCode', '依頼人コード', 10),
  consignorKana: reader.text('consignorKana', '依頼人名', 40),
  bankCode: reader.text('bankCode', '銀行コード', 4),
  bankKana: reader.text('bankKana', '銀行名', 15),
  branchCode: reader.text('branchCode', '支店コード', 3),
  branchKana: reader.text('branchKana', '支店名', 15),
  accountKind: choice(reader, 'accountKind', '預金種目', ['1', '2'] as const),
  accountNumber: reader.text('accountNumber', '口座番号', 7),
  lineEnd: choice(reader, 'lineEnd', '改行', ['crlf', 'none'] as const),
  endOfFile: reader.flag('endOfFile'),
  permittedSymbols: permittedSymbols(reader),
  transferType: choice(reader, 'transferType', '振込指定', ['7', '8'] as const),
  cutOffBusinessDays: reader.whole('cutOffBusinessDays', '振込依頼の締切（銀行営業日）', 0, 30),
  cutOffTime: textOrNull(reader, 'cutOffTime', '振込依頼の締切の時刻', 5),
});

const readAdministrator = (reader: DocumentReader): TownFolder['administrator'] => ({
  name: reader.text('name', '最初に使い始める人の氏名', 40),
  kana: reader.text('kana', 'ふりがな', 60),
  section: reader.text('section', '最初に使い始める人の課', 40),
});

const readAuthority = (reader: DocumentReader): TownJson['authority'] => ({
  basis: reader.text('basis', '専決規程の名前', 120),
  validFrom: reader.given('validFrom') ? reader.day('validFrom', '専決規程を使い始める日') : null,
});

const readVoices = (reader: DocumentReader): FolderVoices => ({
  answerDays: reader.whole('answerDays', '回答までの日数', 1, 365),
  retentionDays: reader.whole('retentionDays', '個人情報を残す日数', 1, 3650),
  topics: reader.sentences('topics', '分野', 30),
  invitation: reader.text('invitation', '手紙のページの初めの文', 1000),
  basis: reader.optionalText('basis', '根拠', 100),
});

/** Of who proposed: a draft that is never sent, and name and contact after the end. */
const readRetention = (reader: DocumentReader): FolderRetention => ({
  draftDays: reader.whole('draftDays', '出さない下書きを残す日数', 1, 3650),
  contactDays: reader.whole('contactDays', '名前と連絡先を残す日数', 1, 3650),
});

const textOrNull = (reader: DocumentReader, field: string, label: string, most: number): string | null =>
  reader.optionalText(field, label, most) || null;

/** The last of these symbols may be a blank, which reading a text would take off. */
const permittedSymbols = (reader: DocumentReader): string => reader.verbatim('permittedSymbols', '使える記号', 40);

/** A page offers what can be chosen, a file has to be told. */
function choice<Choice extends string>(
  reader: DocumentReader,
  field: string,
  label: string,
  choices: readonly Choice[],
): Choice {
  const typed = reader.optionalText(field, label);
  const chosen = choices.find((each) => each === typed);
  if (!chosen) reader.fault(field, 'town-folder.not-chosen', { label, choices: choices.join('、') });
  return chosen ?? (choices[0] as Choice);
}
