import { claimInWords, type ClaimPage as ClaimView, type Delegation } from '../../payments/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Day,
  Details,
  Form,
  Money,
  StatusTag,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { ClaimDelegation, type TypedDelegationAct } from './claim-delegation.js';
import { CLAIM_STATE } from '../shared/payment-words.js';

interface StaffClaimPageProps {
  readonly viewer: Viewer;
  readonly view: ClaimView;
  readonly reason: string;
  readonly mayWithdraw: boolean;
  readonly delegation: Delegation | undefined;
  readonly typedDelegation: TypedDelegationAct;
}

/** 請求書 as staff read it before they draft the order. */
export function StaffClaimPage(props: StaffClaimPageProps) {
  const { viewer, reason, mayWithdraw, delegation, typedDelegation } = props;
  const { claim, order } = props.view;
  const { confirmation } = claim;
  return (
    <>
      <CheckAnswers
        answers={[
          {
            label: '状態',
            value: <StatusTag tone={CLAIM_STATE[claim.state].tone}>{CLAIM_STATE[claim.state].label}</StatusTag>,
          },
          { label: '補助金', value: claim.programName },
          { label: '請求額', value: <Money yen={claim.amount} strong /> },
          { label: '支払方法', value: claimInWords(claim) },
          { label: '請求日', value: <Day date={confirmation?.claimedOn ?? null} western /> },
          {
            label: '発行責任者',
            value: confirmation ? `${confirmation.responsibleName}（電話 ${confirmation.responsiblePhone}）` : '未確認',
          },
          {
            label: '担当者',
            value: confirmation ? `${confirmation.inChargeName}（電話 ${confirmation.inChargePhone}）` : '未確認',
          },
          ...(claim.withdrawnReason ? [{ label: '取下げの理由', value: claim.withdrawnReason }] : []),
        ]}
      />
      {confirmation && (
        <p>
          <a href={viewer.url(`staff/letters/${confirmation.letterId}`)}>請求書（PDF）を見る</a>
        </p>
      )}
      <ClaimDelegation
        viewer={viewer}
        claimId={claim.id}
        delegation={delegation}
        typed={typedDelegation}
        mayAct={mayWithdraw && !order}
      />
      {mayWithdraw && !order && claim.state !== 'withdrawn' && (
        <Details summary="請求書を取り下げて、団体に出し直してもらう" open={reason !== ''}>
          <p>請求書の内容は直せません。取り下げると、同じ額の新しい請求書が団体の画面に用意されます。</p>
          <Form action={viewer.url(`staff/payments/claims/${claim.id}/withdrawal`)}>
            <TextArea
              name="reason"
              label="取り下げる理由"
              hint="団体の画面に表示されます。"
              required
              rows={3}
              value={reason}
            />
            <ButtonRow>
              <Button kind="danger">請求書を取り下げる</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </>
  );
}
