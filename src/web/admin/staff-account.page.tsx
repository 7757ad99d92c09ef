import type { MemberView } from '../../staff/index.js';
import { Button, ButtonRow, Day, Form, Section, StatusTag, type Viewer } from '../shared/index.js';

/** Whether this person can sign in, in one tag. */
export function accountState({ account, invitation }: Pick<MemberView, 'account' | 'invitation'>) {
  if (account?.state === 'disabled') return <StatusTag tone="neutral">停止中</StatusTag>;
  if (account) return <StatusTag tone="success">利用中</StatusTag>;
  if (invitation) return <StatusTag tone="info">コード発行済み</StatusTag>;
  return <StatusTag tone="warning">未発行</StatusTag>;
}

export function AccountSection({ viewer, member }: { viewer: Viewer; member: MemberView }) {
  const { account, invitation } = member;
  return (
    <Section title="利用者の登録">
      {account ? (
        <p>
          利用者名は <strong>{account.signInName}</strong>{' '}
          です。パスワードを忘れたときは、本人であることを確かめて再設定コードを手渡します。
        </p>
      ) : (
        <p>利用開始コードを印刷して手渡すと、本人が利用者名とパスワードを決められます。</p>
      )}
      {invitation && (
        <p>
          発行済みのコードは
          <Day date={invitation.expiresOn} />
          まで使えます。新しく発行すると、前のコードは使えなくなります。
        </p>
      )}
      <Form action={viewer.url(`admin/staff/${member.id}/code`)} label="コードの発行">
        <ButtonRow>
          <Button kind="secondary">{account ? '再設定コードを発行する' : '利用開始コードを発行する'}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
