import type { Verification } from '../../../verifications/index.js';
import { Button, ButtonRow, DateField, Day, Form, TextField, type Viewer } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

/** 施行 of the letter that tells the organisation the direction. */
export const IssueForm = ({
  viewer,
  verification,
  body,
  today,
}: {
  readonly viewer: Viewer;
  readonly verification: Verification;
  readonly body: unknown;
  readonly today: string;
}) => (
  <Form action={viewer.url(`staff/verifications/${verification.id}/letter`)} label="検証結果通知書の施行">
    <p>団体は、通知書で今後の方向性を知ります。施行すると、団体の画面にも出ます。公表は、そのあとでできます。</p>
    <DateField name="issuedOn" label="施行日" required value={typedText(body, 'issuedOn') || today} />
    <TextField
      name="externalNumber"
      label="文書番号（手入力するとき）"
      hint="空欄のときは、担当課の文書番号を付けます。"
      size="medium"
      value={typedText(body, 'externalNumber')}
    />
    <ButtonRow>
      <Button>検証結果通知書を施行する</Button>
    </ButtonRow>
  </Form>
);

/** `令和9年5月20日付け 9小ま第3号`, with the letter behind it. */
export const IssuedLetterLine = ({ viewer, verification }: { viewer: Viewer; verification: Verification }) =>
  verification.letterId === null ? null : (
    <p>
      検証結果通知書：
      <a href={viewer.url(`staff/letters/${verification.letterId}`)}>{verification.letterNumber}</a>（
      <Day date={verification.issuedOn} />
      に施行）
    </p>
  );
