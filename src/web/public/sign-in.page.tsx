import { Button, ButtonRow, Form, Hidden, PasswordField, Section, TextField, type Viewer } from '../shared/index.js';

interface SignInPageProps {
  readonly viewer: Viewer;
  readonly signInName: string;
  readonly back: string;
}

export function SignInPage({ viewer, signInName, back }: SignInPageProps) {
  const { contact } = viewer;
  return (
    <>
      <Form action={viewer.url('sign-in')} label="ログイン">
        {back !== '' && <Hidden name="return" value={back} />}
        <TextField
          name="signInName"
          label="利用者名"
          hint="利用を始めるときに自分で決めた名前です。"
          value={signInName}
          autocomplete="username"
          size="medium"
          required
        />
        <PasswordField name="password" label="パスワード" autocomplete="current-password" required />
        <ButtonRow>
          <Button>ログイン</Button>
        </ButtonRow>
      </Form>
      <Section title="はじめて利用する方">
        <p>
          {viewer.town.hallName}から受け取った用紙の「利用開始コード」で、利用者名とパスワードを決めます。
          <br />
          <a href={viewer.url('invitation')}>利用開始コードを入力する</a>
        </p>
      </Section>
      <Section title="利用者名やパスワードを忘れたとき">
        <p>
          窓口かお電話でお知らせください。本人であることを確かめて、再設定のコードをお渡しします。メールアドレスは要りません。
        </p>
        {contact && (
          <p>
            {viewer.town.hallName} {contact.name} {contact.unit}
            <br />
            電話 {contact.phone}
          </p>
        )}
      </Section>
    </>
  );
}
