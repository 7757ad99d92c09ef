import type { Delegation } from '../../payments/index.js';
import { proposeTransferKana } from '../../kernel/kana.js';
import { Button, ButtonRow, Details, Form, Section, TextArea, TextField, type Viewer } from '../shared/index.js';
import { DelegationFacts } from '../shared/delegation-facts.js';

export interface TypedDelegationAct {
  readonly transferKana?: string;
  readonly refusal?: string;
}

interface ClaimDelegationProps {
  readonly viewer: Viewer;
  readonly claimId: string;
  readonly delegation: Delegation | undefined;
  readonly typed: TypedDelegationAct;
  readonly mayAct: boolean;
}

const TRANSFER_KANA_BYTES = 30;

/** 委任状 of a claim: compared with the paper, then confirmed with the name for the bank's file, or refused. */
export function ClaimDelegation({ viewer, claimId, delegation, typed, mayAct }: ClaimDelegationProps) {
  if (!delegation) return null;
  const path = `staff/payments/claims/${claimId}/delegation`;
  const symbols = viewer.town.bank?.permittedSymbols ?? '';
  return (
    <Section title="委任状">
      <DelegationFacts delegation={delegation} paperHref={viewer.url(`${path}/${delegation.id}`)} />
      {mayAct && delegation.state === 'proposed' && (
        <>
          <p>委任する人・受け取る人・請求の額・日付を請求書と、口座を通帳の写しと見比べてください。</p>
          <Form action={viewer.url(`${path}/confirmation`)} label="委任状の確認">
            <TextField
              name="transferKana"
              label="振込用カナ"
              hint="振込データに載る名義です。30バイトまで。"
              required
              value={
                typed.transferKana ?? proposeTransferKana(delegation.account.holderKana, TRANSFER_KANA_BYTES, symbols)
              }
            />
            <ButtonRow>
              <Button>委任状と合っているので確認する</Button>
            </ButtonRow>
          </Form>
          <Details summary="受け付けられないとき" open={typed.refusal !== undefined}>
            <Form action={viewer.url(`${path}/refusal`)}>
              <TextArea
                name="refusal"
                label="受け付けられない理由"
                hint="団体の画面に表示されます。"
                required
                rows={2}
                value={typed.refusal ?? ''}
              />
              <ButtonRow>
                <Button kind="danger">委任状を受け付けない</Button>
              </ButtonRow>
            </Form>
          </Details>
        </>
      )}
    </Section>
  );
}
