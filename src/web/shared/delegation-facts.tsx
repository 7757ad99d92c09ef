import { ACCOUNT_KIND_LABEL, type Delegation, type DelegationState } from '../../payments/index.js';
import { StatusTag, type Tone } from './feedback.js';
import { CheckAnswers } from './lists.js';
import { TransferKana } from './transfer-kana.js';

const STATE: Readonly<Record<DelegationState, { readonly label: string; readonly tone: Tone }>> = {
  proposed: { label: '職員の確認待ち', tone: 'warning' },
  confirmed: { label: '確認済み', tone: 'success' },
  refused: { label: '受け付けられません', tone: 'danger' },
  withdrawn: { label: '取下げ', tone: 'neutral' },
};

/** How far staff are with a 委任状. */
export const DelegationTag = ({ state }: { state: DelegationState }) => (
  <StatusTag tone={STATE[state].tone}>{STATE[state].label}</StatusTag>
);

/** 委任状: who receives, into which account, and what staff made of it. */
export function DelegationFacts({ delegation, paperHref }: { delegation: Delegation; paperHref: string }) {
  const { account, state } = delegation;
  return (
    <CheckAnswers
      answers={[
        { label: '状態', value: <DelegationTag state={state} /> },
        { label: '受け取る人', value: delegation.delegateName },
        { label: '委任する理由', value: delegation.reason },
        {
          label: '振込先',
          value: `${account.bankName}（${account.bankCode}） ${account.branchName}（${account.branchCode}） ${ACCOUNT_KIND_LABEL[account.accountKind]} ${account.accountNumber}`,
        },
        { label: '口座名義（カナ）', value: account.holderKana },
        ...(delegation.transferKana === null
          ? []
          : [{ label: '振込用カナ', value: <TransferKana text={delegation.transferKana} /> }]),
        {
          label: '委任状',
          value: (
            <a href={paperHref} target="_blank" rel="noopener">
              {delegation.file.name}（新しいタブ）
            </a>
          ),
        },
        ...(delegation.refusal === null ? [] : [{ label: '受け付けられない理由', value: delegation.refusal }]),
      ]}
    />
  );
}
