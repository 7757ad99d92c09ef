import { proposeTransferKana, toTransferKana, transferKanaBytes } from '../../kernel/kana.js';
import { isLeadingPart, type BankAccount } from '../../organizations/index.js';
import { Checkbox, CheckAnswers, Notice, TextArea, TextField } from '../shared/index.js';
import { TransferKana } from '../shared/transfer-kana.js';

/** The kana as typed, and what was said of it where the passbook begins otherwise. */
export interface TypedKana {
  readonly transferKana: string;
  readonly unlikeSeen: string;
  readonly unlikeReason: string;
}

interface KanaFieldProps {
  readonly account: BankAccount;
  readonly typed: TypedKana | null;
  /** What was confirmed before; null proposes the leading 30 bytes of the passbook's name. */
  readonly known: string | null;
  /** What the town's bank takes beside kana, capitals and digits. */
  readonly symbols: string;
}

const TRANSFER_KANA_BYTES = 30;

/** What the field shows at first: as typed, as confirmed before, or the leading part of the passbook's name. */
const shownKana = ({ account, typed, known, symbols }: KanaFieldProps): string =>
  typed?.transferKana ?? known ?? proposeTransferKana(account.holderKana, TRANSFER_KANA_BYTES, symbols);

/** True when the kana that is shown is not the beginning of the passbook's name. */
export const isUnlike = (props: KanaFieldProps): boolean =>
  !isLeadingPart(toTransferKana(shownKana(props)), props.account.holderKana);

/** The name for the bank file under the passbook's name as banks write it; where they part, a tick and a reason. */
export function KanaField(props: KanaFieldProps) {
  const { account, typed, symbols } = props;
  const whole = toTransferKana(account.holderKana, symbols);
  const proposed = proposeTransferKana(account.holderKana, TRANSFER_KANA_BYTES, symbols);
  const rest = whole.slice(proposed.length).trim();
  const value = shownKana(props);
  return (
    <>
      <TextField
        name="transferKana"
        label="振込用カナ"
        value={value}
        hint={`振込データに載る名義です。30バイトまで（濁点も1バイト）。通帳の名義は${String(transferKanaBytes(whole))}バイト${rest === '' ? 'で、全部入ります。' : `で、「${rest}」は入りません。`}`}
        autocomplete="off"
        required
      />
      {isUnlike(props) && <Unlike passbook={whole} kana={toTransferKana(value)} typed={typed} />}
    </>
  );
}

const Unlike = ({ passbook, kana, typed }: { passbook: string; kana: string; typed: TypedKana | null }) => (
  <>
    <Notice tone="warning" title="振込用カナが、通帳の名義の先頭と違います">
      <CheckAnswers
        answers={[
          { label: '通帳の名義', value: <TransferKana text={passbook} /> },
          { label: '振込用カナ', value: <TransferKana text={kana} /> },
        ]}
      />
      <p>このまま確認すると、振込不能になることがあります。通帳の写しと1文字ずつ見比べてください。</p>
    </Notice>
    <Checkbox
      name="unlikeSeen"
      label="通帳の写しと見比べ、違うことを承知で確認する"
      checked={(typed?.unlikeSeen ?? '') !== ''}
    />
    <TextArea
      name="unlikeReason"
      label="通帳の名義と違う理由"
      hint="記録に残ります。振込用カナを通帳のとおりに直したときは、空欄のままにします。"
      rows={2}
      value={typed?.unlikeReason ?? ''}
    />
  </>
);
