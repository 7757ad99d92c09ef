import type { SessionView } from '../../identity/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DataTable,
  Form,
  Moment,
  PasswordField,
  Section,
  StatusTag,
  VisuallyHidden,
  type Viewer,
} from '../shared/index.js';
import { describeDevice } from './sign-in-device.js';

export function AccountPage({ viewer, sessions }: { viewer: Viewer; sessions: readonly SessionView[] }) {
  const { actor } = viewer;
  const posts = actor.kind === 'staff' ? actor.posts.map(({ name }) => name).join('、') : null;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: 'お名前', value: actor.name },
          ...(posts === null ? [] : [{ label: '職', value: posts || '今日就いている職はありません' }]),
        ]}
      />
      <ButtonRow>
        <ButtonLink href={viewer.url('account/password')} kind="secondary">
          パスワードを変える
        </ButtonLink>
      </ButtonRow>
      <Section title="ログイン中の端末">
        <p>
          覚えのない端末や、使い終えた端末があれば、ここで終わらせてください。覚えのないものがあったときは、パスワードも変えてください。
        </p>
        <DataTable
          caption="ログイン中の端末"
          captionHidden
          cards
          empty="ログイン中の端末はありません。"
          rows={sessions}
          columns={[
            { label: '端末', cell: ({ device }) => describeDevice(device) },
            { label: 'ログイン', tight: true, cell: ({ createdAt }) => <Moment at={createdAt} /> },
            { label: '最後の操作', tight: true, cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
            { label: '操作', tight: true, cell: (session) => <EndButton viewer={viewer} session={session} /> },
          ]}
        />
      </Section>
    </>
  );
}

function EndButton({ viewer, session }: { viewer: Viewer; session: SessionView }) {
  if (session.id === viewer.sessionId) return <StatusTag tone="info">この端末</StatusTag>;
  return (
    <Form action={viewer.url(`account/sessions/${session.id}/end`)}>
      <Button kind="secondary" small>
        終わらせる<VisuallyHidden>：{describeDevice(session.device)}</VisuallyHidden>
      </Button>
    </Form>
  );
}

export function PasswordPage({ viewer }: { viewer: Viewer }) {
  return (
    <Form action={viewer.url('account/password')} label="パスワードの変更">
      <PasswordField name="currentPassword" label="今のパスワード" autocomplete="current-password" required />
      <PasswordField
        name="password"
        label="新しいパスワード"
        hint="8文字以上。記号や数字を混ぜる必要はありません。短い言葉を3つ並べると、長くて覚えやすくなります。"
        autocomplete="new-password"
        required
      />
      <PasswordField name="passwordAgain" label="新しいパスワード（もう一度）" autocomplete="new-password" required />
      <ButtonRow>
        <Button>変更する</Button>
      </ButtonRow>
    </Form>
  );
}
