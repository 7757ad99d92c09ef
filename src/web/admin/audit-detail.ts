import { formatEra, localDate } from '../../kernel/local-date.js';
import { formatYen, yen } from '../../kernel/yen.js';
import { DISPATCH_WAY_LABELS } from '../../notices/index.js';
import { TIE_LABEL } from '../shared/staff-declarations.js';
import { handlerLabel } from './audit-words.js';
import { DUTY_LABEL, HOLDING_LABEL, SIDE_LABEL } from './words.js';

/** Names of what stands in an entry's detail; a name without a word is shown as stored. */
const NAME_LABEL: ReadonlyMap<string, string> = new Map([
  ['actId', '手続'],
  ['after', '後'],
  ['amount', '金額'],
  ['balanced', '一致'],
  ['differences', '違いの数'],
  ['draft', '起案'],
  ['failed', '支払不能の数'],
  ['files', 'ファイルの数'],
  ['name', '名称'],
  ['proposal', '企画提案'],
  ['returnedOn', '戻った日'],
  ['revenueYear', '歳入の年度'],
  ['answer', '回答'],
  ['askedOn', '照会した日'],
  ['before', '前'],
  ['cause', '理由'],
  ['cases', '件数'],
  ['ceiling', '当初予算額'],
  ['checked', '確認した項目'],
  ['closesOn', '新しい締切の日'],
  ['closesTime', '新しい締切の時刻'],
  ['commitmentNumber', '支出負担行為番号'],
  ['count', '件数'],
  ['created', '作成'],
  ['determined', '確定額'],
  ['dueOn', '期限'],
  ['duties', '仕事'],
  ['earlier', '前の申請'],
  ['effectiveOn', '効力の生じた日'],
  ['field', '欄'],
  ['fields', '項目'],
  ['fileId', 'ファイル'],
  ['finding', '検出名'],
  ['format', '形式'],
  ['fromOn', '始まりの日'],
  ['ground', '予算'],
  ['handler', '仕事'],
  ['how', '方法'],
  ['issuedOn', '施行日'],
  ['kind', '種類'],
  ['left', '残り'],
  ['letterId', '文書'],
  ['number', '番号'],
  ['officers', '役員の人数'],
  ['on', '日'],
  ['open', '未納'],
  ['outcome', '結果'],
  ['over', '返還'],
  ['paidBefore', '支払済み'],
  ['paidOn', '支払日'],
  ['payBy', '納める期限'],
  ['paymentId', '支払'],
  ['paper', '書類'],
  ['place', '場所'],
  ['points', '指摘の数'],
  ['posts', '職'],
  ['question', '添付する書類'],
  ['reason', '理由'],
  ['receiptId', '領収'],
  ['receivedNumber', '収受番号'],
  ['receivedOn', '収受日'],
  ['representative', '代表者'],
  ['rest', '支払'],
  ['round', '回'],
  ['sha256', 'ハッシュ'],
  ['side', '区分'],
  ['staffId', '職員'],
  ['startsOn', '事業の始まり'],
  ['taken', '取り出した数'],
  ['to', '戻し先'],
  ['total', '合計'],
  ['untilOn', '終わりの日'],
]);

/** Short names that the stages note, as the desks call what they stand for. */
const NOTED_LABEL = {
  ...{
    receipt: '受付票',
    'grant-decision': '交付決定通知書',
    'grant-refusal': '不交付決定通知書',
    'amount-determination': '額の確定通知書',
    'property-disposal': '財産処分承認通知書',
    'property-disposal-refusal': '財産処分不承認通知書',
    'project-direction': '検証結果通知書',
    claim: '請求書',
    'claim-delegation': '委任状',
    'grant-amendment': '変更承認通知書',
    'grant-discontinuation': '中止・廃止承認通知書',
    'grant-revocation': '取消通知書',
    'repayment-notice': '返還通知書',
    'repayment-order': '返還命令書',
    'repayment-share': '納付通知書',
    'repayment-dunning': '督促状',
    'repayment-plan': '履行延期承認通知書',
    'repayment-charge-relief': '加算金・延滞金減免通知書',
    'repayment-remission': '免除通知書',
    'repayment-withdrawal': '返還の取下通知書',
    'grant-amendment-refusal': '変更不承認通知書',
    'grant-discontinuation-refusal': '中止・廃止不承認通知書',
    'report-receipt': '実績報告受付票',
    decision: '交付決定通知書',
  },
  ...{ name: '団体名', kana: '団体名のフリガナ', districtId: '校区', address: '住所', phone: '電話番号' },
  ...{
    mail: 'メールアドレス',
    postalCode: '郵便番号',
    consentsToElectronicDelivery: '電子での交付への同意',
    wards: '行政区',
    bylaws: '規約',
    officers: '役員',
    account: '口座',
  },
  ...{ bank: '銀行・支店', accountNumber: '口座番号', holderKana: '口座名義（カナ）', passbook: '通帳の写し' },
  ...{ granted: '承認', refused: '不承認', reduced: '減額して承認' },
  ...{
    settlement: '額の確定',
    amendment: '変更',
    revocation: '取消し・廃止',
    overpayment: '過誤払',
    disposal: '財産処分',
  },
  ...{ supplement: '補正予算', transfer: '流用', allotment: '配当' },
  ...{ 'past-year': '過年度支出', 'carried-by-council': '繰越明許費', 'carried-by-accident': '事故繰越し' },
  excluded: '営利・宗教・政治でない',
  ...{
    'repayment-mistaken': '過誤払返還通知書',
    'repayment-slip': '納付書',
    'repayment-charges': '加算金・延滞金の通知',
    progress: '状況報告書',
    accident: '事故報告書',
    'progress-report': '状況報告書への通知',
    'accident-report': '事故報告書への通知',
    'representative-change': '代表者変更届への通知',
    'account-change': '口座変更届への通知',
    'minor-change': '軽微な変更の届への通知',
  },
};

const VALUE_LABEL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...NOTED_LABEL,
    ...DISPATCH_WAY_LABELS,
    ...SIDE_LABEL,
    ...DUTY_LABEL,
    ...HOLDING_LABEL,
    ...TIE_LABEL,
  }),
);

/** Handlers stand in the detail of a restart. */
const asNoted = (text: string): string => VALUE_LABEL.get(text) ?? handlerLabel(text);

const LONG_ID = /^([0-9a-f]{8})[0-9a-f-]{24,}$/;

type Named = (id: string) => string;

/** `始まりの日 令和8年4月1日・職員 95795606`: what is empty is left out, ids and hashes are shortened. */
export const detailInWords = (detail: Readonly<Record<string, unknown>>): string =>
  detailWithNames(detail, (id) => LONG_ID.exec(id)?.[1] ?? id);

/** The same with the names that the reader knows; what `nameOf` leaves blank is left out. */
export const detailWithNames = (detail: Readonly<Record<string, unknown>>, nameOf: Named): string =>
  Object.entries(detail)
    .map(([name, value]) => [nameInWords(name, detail), fieldInWords(name, value, nameOf)] as const)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name} ${words}`)
    .join('・');

/** A paper is received on its 収受日, money on its 領収日. */
const nameInWords = (name: string, detail: Readonly<Record<string, unknown>>): string =>
  name === 'receivedOn' && 'receiptId' in detail ? '領収日' : (NAME_LABEL.get(name) ?? name);

/** Amounts are kept as bare digits. */
const AMOUNTS = new Set(['amount', 'before', 'ceiling', 'determined', 'open', 'over', 'paidBefore', 'rest', 'total']);

const fieldInWords = (name: string, value: unknown, nameOf: Named): string =>
  typeof value === 'string' && AMOUNTS.has(name) && /^-?\d+$/.test(value)
    ? formatYen(yen(value))
    : inWords(value, nameOf);

function inWords(value: unknown, nameOf: Named): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map((each) => inWords(each, nameOf))
      .filter((words) => words !== '')
      .join('、');
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value as string | number);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatEra(localDate(text));
  return LONG_ID.test(text) ? nameOf(text) : asNoted(text);
}
