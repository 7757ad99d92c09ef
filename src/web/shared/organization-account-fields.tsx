import { ACCOUNT_KINDS, YUCHO_BANK_CODE } from '../../organizations/index.js';
import type { BankOffice } from '../../platform/banks/index.js';
import type { ScanState } from '../../platform/files/index.js';
import { FileField, Radios, TextField } from './fields.js';
import { FieldGroup, Hidden } from './forms.js';
import { typedFields } from './organization-typed.js';
import { Details } from './structure.js';

export interface TypedAccountForm {
  readonly accountKind: string;
  readonly accountNumber: string;
  readonly yuchoSymbol: string;
  readonly yuchoNumber: string;
  readonly holderKana: string;
}

export const NO_ACCOUNT: TypedAccountForm = {
  accountKind: '',
  accountNumber: '',
  yuchoSymbol: '',
  yuchoNumber: '',
  holderKana: '',
};

export const typedAccount = (body: unknown): TypedAccountForm =>
  typedFields(body, ['accountKind', 'accountNumber', 'yuchoSymbol', 'yuchoNumber', 'holderKana']);

export interface AccountFieldsProps {
  readonly bank: BankOffice;
  /** Null for ゆうちょ, whose branch follows from the 記号. */
  readonly branch: BankOffice | null;
  readonly typed: TypedAccountForm;
  readonly passbook: { readonly name: string; readonly href: string; readonly scan: ScanState | undefined } | null;
}

export function AccountFields({ bank, branch, typed, passbook }: AccountFieldsProps) {
  return (
    <>
      <Hidden name="bankCode" value={bank.code} />
      <Hidden name="branchCode" value={branch?.code ?? ''} />
      {bank.code === YUCHO_BANK_CODE ? <YuchoFields typed={typed} /> : <NumberFields typed={typed} />}
      <TextField
        name="holderKana"
        label="口座名義（カナ）"
        value={typed.holderKana}
        hint="通帳の表紙の裏に印字されているカナを、省かずに全部入力してください。"
        autocomplete="off"
        required
      />
      <FileField
        name="passbook"
        label="通帳の写し"
        hint="口座名義のカナと口座番号がある面を写した写真（JPEG・PNG）かPDF。スマートフォンで撮ったものでかまいません。"
        accept=".jpg,.jpeg,.png,.pdf"
        current={passbook}
        required
      />
    </>
  );
}

const NumberFields = ({ typed }: { typed: TypedAccountForm }) => (
  <>
    <Radios
      name="accountKind"
      label="預金の種目"
      value={typed.accountKind}
      options={Object.entries(ACCOUNT_KINDS).map(([value, label]) => ({ value, label }))}
      inline
      required
    />
    <TextField
      name="accountNumber"
      label="口座番号"
      value={typed.accountNumber}
      size="short"
      inputMode="numeric"
      hint="7桁の数字。6桁以下のときは、先頭に0を付けて7桁にします。"
      autocomplete="off"
      required
    />
  </>
);

const YuchoFields = ({ typed }: { typed: TypedAccountForm }) => (
  <FieldGroup
    legend="ゆうちょ銀行の記号・番号"
    hint="通帳の表紙にある記号と番号をそのまま入力してください。振込用の店番・口座番号は自動で求めます。"
  >
    <TextField
      name="yuchoSymbol"
      label="記号"
      value={typed.yuchoSymbol}
      size="short"
      inputMode="numeric"
      hint="5桁の数字。「-2」などの枝番は入力しません。"
      autocomplete="off"
      required
    />
    <TextField
      name="yuchoNumber"
      label="番号"
      value={typed.yuchoNumber}
      size="short"
      inputMode="numeric"
      hint="8桁以内の数字"
      autocomplete="off"
      required
    />
    <Details summary="記号・番号から口座番号を求める例">
      <p>記号 14030、番号 12345671 のとき（見本）</p>
      <ul>
        <li>
          店番：記号の2・3桁目「40」に8を付けて <strong>408</strong>（四〇八店）
        </li>
        <li>
          種目：記号が1で始まるので <strong>普通</strong>
        </li>
        <li>
          口座番号：番号の最後の1を取って <strong>1234567</strong>
        </li>
      </ul>
      <p>記号が0で始まる振替口座は、9を付けて店番とし、種目は当座、番号は先頭に0を付けて7桁にします。</p>
    </Details>
  </FieldGroup>
);
