import type { InvitationView } from '../../identity/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Day,
  Form,
  Hidden,
  PasswordField,
  Section,
  Steps,
  TextField,
  type Viewer,
} from '../shared/index.js';

export function CodePage({ viewer, code }: { viewer: Viewer; code: string }) {
  return (
    <>
      <Steps current={1} total={2} label="コードの入力" />
      <Form action={viewer.url('invitation')} label="利用開始コード">
        <TextField
          name="code"
          label="利用開始コード"
          hint="用紙に印刷された、英字と数字16文字のコードです。大文字・小文字の違いや「-」の有無は気にせず入力してください。"
          value={code}
          autocomplete="off"
          size="medium"
          required
        />
        <ButtonRow>
          <Button>次へ進む</Button>
        </ButtonRow>
      </Form>
      <Section title="コードの用紙がないとき">
        <p>
          {viewer.contact?.name ?? viewer.town.hallName}にお知らせください。新しい用紙をお渡しします。
          {viewer.contact && (
            <>
              <br />
              電話 {viewer.contact.phone}
            </>
          )}
        </p>
      </Section>
    </>
  );
}

interface ChoicePageProps {
  readonly viewer: Viewer;
  readonly invitation: InvitationView;
  readonly signInName: string;
}

export function ChoicePage({ viewer, invitation, signInName }: ChoicePageProps) {
  const isReset = invitation.purpose === 'reset';
  return (
    <>
      <Steps current={2} total={2} label={isReset ? 'パスワードの登録' : '利用者名とパスワードの登録'} />
      <CheckAnswers
        answers={[
          { label: 'お名前', value: `${invitation.partyName} 様` },
          { label: 'コードの期限', value: <Day date={invitation.expiresOn} /> },
          ...(isReset ? [{ label: '利用者名', value: invitation.signInName }] : []),
        ]}
      />
      <p>お名前が違うときは、先へ進まずに{viewer.contact?.name ?? viewer.town.hallName}へお知らせください。</p>
      <Form action={viewer.url('invitation/acceptance')} label="利用者名とパスワード">
        <Hidden name="code" value={invitation.code} />
        {isReset ? (
          <Hidden name="signInName" value={invitation.signInName ?? ''} />
        ) : (
          <TextField
            name="signInName"
            label="利用者名"
            hint="ログインのときに入力する名前です。英字と数字で3文字以上（例：ogori-hanako）。"
            value={signInName}
            autocomplete="username"
            size="medium"
            required
          />
        )}
        <PasswordField
          name="password"
          label="パスワード"
          hint="8文字以上。記号や数字を混ぜる必要はありません。短い言葉を3つ並べると、長くて覚えやすくなります。"
          autocomplete="new-password"
          required
        />
        <PasswordField name="passwordAgain" label="パスワード（もう一度）" autocomplete="new-password" required />
        <ButtonRow>
          <Button>{isReset ? 'パスワードを登録する' : '登録してログインする'}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
