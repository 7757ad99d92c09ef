import type { LocalDate } from '../../kernel/local-date.js';
import {
  ACCOUNT_KINDS,
  convertYucho,
  hasExpired,
  maskAccountNumber,
  type AccountChange,
  type BankAccount,
  type Officer,
  type OrganizationFile,
} from '../../organizations/index.js';
import { StatusTag, type Tone } from './feedback.js';
import { DETAILS_LABELS } from './organization-fields.js';
import type { Answer } from './lists.js';
import { Day } from './values.js';

const orNothing = (text: string): string => (text === '' ? '未入力' : text);

/** The details in the order of their form. */
export const detailAnswers = ({ details, detailsComplete, districtName }: OrganizationFile): Answer[] => [
  { label: DETAILS_LABELS.name, value: details.name },
  { label: DETAILS_LABELS.kana, value: orNothing(details.kana) },
  { label: DETAILS_LABELS.districtId, value: districtName },
  { label: DETAILS_LABELS.address, value: detailsComplete ? `〒${details.postalCode} ${details.address}` : '未入力' },
  { label: DETAILS_LABELS.phone, value: orNothing(details.phone) },
  { label: DETAILS_LABELS.mail, value: details.mail ?? 'なし' },
  {
    label: DETAILS_LABELS.consent,
    value: detailsComplete
      ? details.consentsToElectronicDelivery
        ? 'この画面で受け取る（電子交付に同意）'
        : '紙で受け取る'
      : '未入力',
  },
];

export const kindLabel = (account: Pick<BankAccount, 'accountKind'>): string => ACCOUNT_KINDS[account.accountKind];

/** An account in full, for those who must compare it with the passbook. */
export const accountAnswers = (account: BankAccount): Answer[] => [
  { label: '銀行', value: `${account.bankName}（${account.bankCode}）` },
  { label: '支店', value: `${account.branchName}（${account.branchCode}）` },
  { label: '種目・口座番号', value: `${kindLabel(account)}　${account.accountNumber}` },
  ...(account.yuchoSymbol
    ? [
        {
          label: 'ゆうちょの記号・番号',
          value: <Yucho symbol={account.yuchoSymbol} number={account.yuchoNumber ?? ''} />,
        },
      ]
    : []),
  { label: '口座名義（カナ）', value: account.holderKana },
];

/** With a word of doubt when the check digit in the 記号 does not fit the 番号. */
const Yucho = ({ symbol, number }: { symbol: string; number: string }) => (
  <>
    {symbol}　{number}
    {!convertYucho({ symbol, number }).digitsAgree && (
      <>
        <br />
        <StatusTag tone="warning">通帳で再確認</StatusTag> 記号と番号の組み合わせに、打ち間違いの疑いがあります。
      </>
    )}
  </>
);

/** `福岡 小郡　普通 ••••567`: enough to tell accounts apart, not enough to use one. */
export const accountInShort = (account: BankAccount): string =>
  `${account.bankName} ${account.branchName}　${kindLabel(account)} ${maskAccountNumber(account.accountNumber)}`;

const OFFICE_TONE: Readonly<Record<'current' | 'expired' | 'future' | 'unknown', { label: string; tone: Tone }>> = {
  current: { label: '任期中', tone: 'success' },
  expired: { label: '任期満了', tone: 'warning' },
  future: { label: '就任前', tone: 'neutral' },
  unknown: { label: '任期未入力', tone: 'warning' },
};

export function TermTag({ officer, today }: { officer: Officer; today: LocalDate }) {
  const state =
    officer.termFrom === null
      ? 'unknown'
      : hasExpired(officer, today)
        ? 'expired'
        : officer.termFrom > today
          ? 'future'
          : 'current';
  return <StatusTag tone={OFFICE_TONE[state].tone}>{OFFICE_TONE[state].label}</StatusTag>;
}

export const Term = ({ officer }: { officer: Officer }) =>
  officer.termFrom ? (
    <>
      <Day date={officer.termFrom} />
      <br />〜 <Day date={officer.termUntil} />
    </>
  ) : (
    <>未入力</>
  );

export const CHANGE_STATE: Readonly<Record<AccountChange['state'], { label: string; tone: Tone }>> = {
  open: { label: '確認中', tone: 'warning' },
  confirmed: { label: '変更済み', tone: 'success' },
  refused: { label: '差戻し', tone: 'danger' },
  withdrawn: { label: '取下げ', tone: 'neutral' },
};
