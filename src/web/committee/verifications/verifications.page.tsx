import { isDecided, type VerificationLine } from '../../../verifications/index.js';
import { DataTable, Day, StatusTag, type Viewer } from '../../shared/index.js';
import { verificationName } from '../../shared/verification-words.js';

/** 検証 of the organisation's projects, newest year first. */
export const VerificationsPage = ({ viewer, lines }: { viewer: Viewer; lines: readonly VerificationLine[] }) => (
  <DataTable
    caption="事業の検証"
    captionHidden
    cards
    empty={{
      title: '検証はまだありません。',
      body: <p>実績報告のあと、補助金の額が確定すると、ここに検証のお願いが出ます。</p>,
    }}
    rows={lines}
    columns={[
      {
        label: '事業',
        cell: ({ verification }) => (
          <a href={viewer.url(`committee/verifications/${verification.id}`)}>{verificationName(verification)}</a>
        ),
      },
      { label: '答えの期限', tight: true, cell: ({ verification }) => <Day date={verification.dueOn} /> },
      { label: '状態', tight: true, cell: (line) => <OwnState line={line} /> },
      { label: '今後の方向性', cell: ({ verification }) => verification.directionLabel ?? '決まっていません' },
    ]}
  />
);

/** As the organisation is concerned: whether it still has to answer. */
export function OwnState({ line: { verification, given } }: { line: VerificationLine }) {
  if (isDecided(verification)) return <StatusTag tone="success">決定済み</StatusTag>;
  if (given.has('organization')) return <StatusTag tone="info">回答済み</StatusTag>;
  return verification.state === 'open' ? (
    <StatusTag tone="warning">回答待ち</StatusTag>
  ) : (
    <StatusTag tone="info">担当課で検討中</StatusTag>
  );
}
