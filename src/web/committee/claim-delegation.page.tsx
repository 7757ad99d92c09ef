import type { ClaimPage as ClaimView, Delegation } from '../../payments/index.js';
import { ACCOUNT_KINDS } from '../../organizations/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Details,
  FieldGroup,
  FileField,
  Form,
  Notice,
  Radios,
  Section,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { DelegationFacts } from '../shared/delegation-facts.js';

export type TypedDelegation = Readonly<Partial<Record<DelegationField, string>>>;
type DelegationField =
  | 'delegateName'
  | 'reason'
  | 'bank'
  | 'branch'
  | 'accountKind'
  | 'accountNumber'
  | 'yuchoSymbol'
  | 'yuchoNumber'
  | 'holderKana';

interface ClaimDelegationPageProps {
  readonly viewer: Viewer;
  readonly view: ClaimView;
  readonly delegations: readonly Delegation[];
  readonly typed: TypedDelegation;
}

export const delegationPath = (claimId: string): string => `committee/claims/${claimId}/delegation`;

/** 委任状 for one claim: what was handed in, or the form to hand one in. */
export function ClaimDelegationPage({ viewer, view: { claim, order }, delegations, typed }: ClaimDelegationPageProps) {
  const path = delegationPath(claim.id);
  const [latest] = delegations;
  const isLive = latest?.state === 'proposed' || latest?.state === 'confirmed';
  return (
    <>
      {latest && (
        <Section title="提出した委任状">
          <DelegationFacts delegation={latest} paperHref={viewer.url(`${path}/${latest.id}`)} />
          {isLive && !order && (
            <Form action={viewer.url(`${path}/withdrawal`)}>
              <ButtonRow>
                <Button kind="danger">委任状を取り下げる</Button>
              </ButtonRow>
            </Form>
          )}
        </Section>
      )}
      {order ? (
        <Notice tone="neutral" title="支払の手続が始まっています">
          <p>委任状は、支払の手続が始まる前に出すものです。変えたいときは担当課に連絡してください。</p>
        </Notice>
      ) : (
        !isLive && <DelegationForm viewer={viewer} path={path} typed={typed} />
      )}
      <ButtonRow>
        <ButtonLink kind="quiet" href={viewer.url(`committee/claims/${claim.id}`)}>
          請求書に戻る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

const UNLESS_YUCHO = 'ゆうちょ銀行以外は必須';
const ONLY_YUCHO = 'ゆうちょ銀行は必須';

function DelegationForm({ viewer, path, typed }: { viewer: Viewer; path: string; typed: TypedDelegation }) {
  return (
    <Section title="委任状を出す">
      <p>
        補助金は、登録した団体の口座に振り込みます。この請求だけ別の人が受け取るときは、委任状が必要です。職員が委任状と口座を確かめてから、支払の手続に進みます。
      </p>
      <Form action={viewer.url(path)} upload>
        <TextField name="delegateName" label="受け取る人の氏名（団体名）" required value={typed.delegateName} />
        <TextArea
          name="reason"
          label="委任する理由"
          hint="例：口座の名義が前の会長のままで、変更の手続に時間がかかるため。"
          required
          rows={2}
          value={typed.reason ?? ''}
        />
        <FieldGroup legend="受け取る人の口座" hint="通帳を見ながら入力してください。">
          <TextField
            name="bank"
            label="銀行番号（4けた）"
            hint="例：0177（福岡銀行）。ゆうちょ銀行は9900です。"
            required
            size="short"
            inputMode="numeric"
            value={typed.bank}
          />
          <TextField
            name="branch"
            label="支店番号（3けた）"
            hint="例：636（小郡支店）。ゆうちょ銀行のときは空欄にします。"
            required={UNLESS_YUCHO}
            size="short"
            inputMode="numeric"
            value={typed.branch}
          />
          <Radios
            name="accountKind"
            label="預金の種目"
            value={typed.accountKind ?? null}
            required={UNLESS_YUCHO}
            options={Object.entries(ACCOUNT_KINDS).map(([value, label]) => ({ value, label }))}
            inline
          />
          <TextField
            name="accountNumber"
            label="口座番号（7けた）"
            hint="6けた以下のときは、先頭に0を付けて7けたにします。"
            required={UNLESS_YUCHO}
            size="short"
            inputMode="numeric"
            value={typed.accountNumber}
          />
          <Details summary="ゆうちょ銀行のとき" open={(typed.yuchoSymbol ?? '') !== ''}>
            <TextField
              name="yuchoSymbol"
              label="記号"
              hint="通帳の表紙にある5けたの数字。"
              required={ONLY_YUCHO}
              size="short"
              inputMode="numeric"
              value={typed.yuchoSymbol}
            />
            <TextField
              name="yuchoNumber"
              label="番号"
              hint="8けた以内の数字。"
              required={ONLY_YUCHO}
              size="short"
              inputMode="numeric"
              value={typed.yuchoNumber}
            />
          </Details>
          <TextField
            name="holderKana"
            label="口座名義（カナ）"
            hint="通帳に印字されているカナを、省かずに入力してください。"
            required
            value={typed.holderKana}
          />
        </FieldGroup>
        <FileField
          name="paper"
          label="委任状の写し"
          hint="委任する人と受け取る人の氏名、請求の額、日付のある委任状の写真（JPEG・PNG）かPDF。"
          accept=".jpg,.jpeg,.png,.pdf"
          required
        />
        <ButtonRow>
          <Button>委任状を出す</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
