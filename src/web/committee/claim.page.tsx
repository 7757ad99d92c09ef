import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { claimInWords, type Claim, type ClaimPage as ClaimView } from '../../payments/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DateField,
  Day,
  FieldGroup,
  Form,
  Money,
  Notice,
  Prose,
  Section,
  StatusTag,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { DelegationTag } from '../shared/delegation-facts.js';
import { delegationPath } from './claim-delegation.page.js';
import { claimProgress } from './claim-list.page.js';

export interface TypedConfirmation {
  readonly claimedOn?: string;
  readonly responsibleName?: string;
  readonly responsiblePhone?: string;
  readonly inChargeName?: string;
  readonly inChargePhone?: string;
}

interface ClaimPageProps {
  readonly viewer: Viewer;
  readonly view: ClaimView;
  readonly typed: TypedConfirmation;
}

/** One thing: check the claim and send it, or see what became of it. */
export function ClaimPage({ viewer, view, typed }: ClaimPageProps) {
  const { claim, order } = view;
  return (
    <>
      {(order?.state === 'failed' || order?.state === 'came-back') && <NotReceived viewer={viewer} />}
      <ClaimContent viewer={viewer} view={view} />
      {claim.state === 'prepared' && <ConfirmationForm viewer={viewer} claim={claim} typed={typed} />}
      {claim.state === 'confirmed' && <AfterConfirmation viewer={viewer} view={view} />}
      {claim.state === 'withdrawn' && (
        <Notice tone="neutral" title="この請求書は取り下げられています">
          <Prose text={`理由：${claim.withdrawnReason ?? ''}`} />
          {view.yearClosed ? (
            <p>
              {formatFiscalYear(claim.fiscalYear)}
              の支払は終わったため、新しい請求書は用意されません。支払については、担当課にお問い合わせください。
            </p>
          ) : (
            <p>
              <a href={viewer.url('committee/claims')}>請求の一覧</a>から、新しい請求書を開いてください。
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

/** The one thing that the organisation can do about it stands first. */
const NotReceived = ({ viewer }: { viewer: Viewer }) => (
  <Notice tone="warning" title="登録した口座に振り込めませんでした">
    <p>
      振込みができなかったという知らせが、銀行から届きました。
      <a href={viewer.url('committee/organization')}>団体の情報</a>
      で口座の名義と番号を通帳と見比べ、違うときは口座の変更を届け出てください。請求書を出し直す必要はありません。口座が直ると、もう一度振り込まれます。
    </p>
  </Notice>
);

function ClaimContent({ viewer, view }: { viewer: Viewer; view: ClaimView }) {
  const { claim, order, delegation } = view;
  const progress = claimProgress(view);
  const confirmed = claim.confirmation;
  return (
    <CheckAnswers
      answers={[
        { label: '状態', value: <StatusTag tone={progress.tone}>{progress.label}</StatusTag> },
        { label: '補助金', value: claim.programName },
        { label: '請求額', value: <Money yen={claim.amount} strong /> },
        { label: '支払の方法', value: claimInWords(claim) },
        { label: '請求する団体', value: claim.organizationName },
        {
          label: '振込先',
          value: (
            <>
              {delegation ? (
                <>
                  委任状により、{delegation.delegateName}が受け取ります <DelegationTag state={delegation.state} />
                </>
              ) : (
                <a href={viewer.url('committee/organization')}>登録した口座（団体の情報で見る）</a>
              )}
              {claim.state !== 'withdrawn' && (
                <>
                  <br />
                  <a href={viewer.url(delegationPath(claim.id))}>
                    {delegation ? '委任状を見る' : '別の人が受け取るとき（委任状）'}
                  </a>
                </>
              )}
            </>
          ),
        },
        ...(confirmed
          ? [
              { label: '請求日', value: <Day date={confirmed.claimedOn} /> },
              { label: '発行責任者', value: `${confirmed.responsibleName}（電話 ${confirmed.responsiblePhone}）` },
              { label: '担当者', value: `${confirmed.inChargeName}（電話 ${confirmed.inChargePhone}）` },
            ]
          : []),
        ...(order?.state === 'paid' ? [{ label: '振込日', value: <Day date={order.paidOn} /> }] : []),
      ]}
    />
  );
}

function ConfirmationForm({ viewer, claim, typed }: { viewer: Viewer; claim: Claim; typed: TypedConfirmation }) {
  return (
    <Section title="提出の前に確かめること">
      <p>{amountWords(claim)}直すことはできません。印鑑の代わりに、責任者と担当者の連絡先を書きます。</p>
      <Form action={viewer.url(`committee/claims/${claim.id}/confirmation`)} version={claim.version}>
        <DateField name="claimedOn" label="請求日" required value={typed.claimedOn} />
        <FieldGroup legend="発行責任者" hint="請求書の内容に責任を持つ方です。会長など代表者の名前を書きます。">
          <TextField
            name="responsibleName"
            label="発行責任者の氏名"
            required
            size="medium"
            value={typed.responsibleName}
          />
          <TextField
            name="responsiblePhone"
            label="発行責任者の電話番号"
            required
            size="medium"
            type="tel"
            inputMode="tel"
            value={typed.responsiblePhone}
          />
        </FieldGroup>
        <FieldGroup legend="担当者" hint="問い合わせに答えられる方です。責任者と同じ方でもかまいません。">
          <TextField name="inChargeName" label="担当者の氏名" required size="medium" value={typed.inChargeName} />
          <TextField
            name="inChargePhone"
            label="担当者の電話番号"
            required
            size="medium"
            type="tel"
            inputMode="tel"
            value={typed.inChargePhone}
          />
        </FieldGroup>
        <ButtonRow>
          <Button>この内容で請求する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function amountWords({ instalment, instalments }: Claim): string {
  if (instalment === null) return '請求額は、額の確定のあとにまだ支払われていない額です。';
  return instalments === 1 && instalment === 1
    ? '請求額は交付決定通知書の額と同じです。'
    : '請求額は、交付決定された額のうち今回の分です。';
}

function AfterConfirmation({ viewer, view: { claim, order } }: { viewer: Viewer; view: ClaimView }) {
  const letterId = claim.confirmation?.letterId;
  return (
    <>
      {letterId && (
        <p>
          <a href={viewer.url(`committee/letters/${letterId}`)}>提出した請求書（PDF）を見る</a>
        </p>
      )}
      {!order && (
        <Section title="間違いに気づいたとき">
          <p>提出した請求書は直せません。取り下げると、新しい請求書が用意されます。</p>
          <ButtonLink kind="secondary" href={viewer.url(`committee/claims/${claim.id}/withdrawal`)}>
            取り下げて作り直す
          </ButtonLink>
        </Section>
      )}
      {order && !['paid', 'failed', 'came-back'].includes(order.state) && (
        <Section title="これからのこと">
          <p>{viewer.town.hallName}で支払の手続をしています。終わると、登録した口座に振り込まれます。</p>
        </Section>
      )}
    </>
  );
}

export function ClaimWithdrawalPage({ viewer, claim, reason }: { viewer: Viewer; claim: Claim; reason: string }) {
  return (
    <>
      <p>
        {claim.programName}の請求書（
        <Money yen={claim.amount} />
        ）を取り下げ、同じ額の新しい請求書を用意します。取り下げた請求書は元に戻せません。
      </p>
      <Form action={viewer.url(`committee/claims/${claim.id}/withdrawal`)}>
        <TextArea
          name="reason"
          label="取り下げる理由"
          hint="例：担当者の電話番号を間違えた。"
          required
          rows={3}
          value={reason}
        />
        <ButtonRow>
          <Button kind="danger">取り下げて作り直す</Button>
          <ButtonLink kind="quiet" href={viewer.url(`committee/claims/${claim.id}`)}>
            やめて戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
