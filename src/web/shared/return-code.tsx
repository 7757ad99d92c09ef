import { CodeGroups } from './code-groups.js';
import { Button, ButtonRow } from './buttons.js';
import { TextField } from './fields.js';
import { Form } from './forms.js';
import { Notice } from './feedback.js';
import { RobotTrap } from './robot-trap.js';

/** Where somebody without an account comes back to what they sent, by the code that they noted down. */
export const ReturnCodeForm = ({ action, typed, button }: { action: string; typed: string; button: string }) => (
  <Form action={action}>
    <TextField
      name="code"
      label="控えのコード"
      required
      hint="送ったあとの画面に出た、16文字のコードです。小文字でも、全角でも、間の「-」がなくても読み取ります。"
      value={typed}
      size="medium"
      autocomplete="off"
    />
    <RobotTrap />
    <ButtonRow>
      <Button>{button}</Button>
    </ButtonRow>
  </Form>
);

/** The code, to be noted down: it is told only while its writer looks. */
export const ReturnCodeNotice = ({ number, code }: { number: string; code: string }) => (
  <Notice tone="success" title={`受付番号　${number}`}>
    <p>
      控えのコード　
      <strong class="return-code">
        <CodeGroups code={code} />
      </strong>
    </p>
    <p>
      このコードがあると、あとからこのページをもう一度開けます。紙に書き写すか、このページを印刷して、人に見られないように取っておいてください。
      コードをなくすと、もう一度お知らせすることはできません。
    </p>
  </Notice>
);

/** Others may use the same device. */
export const LeaveForm = ({ action }: { action: string }) => (
  <Form action={action} label="閲覧を終わる">
    <p class="hint">
      このページは、30分たつと自動で見られなくなります。図書館など、ほかの人も使う機械では、終わったら下のボタンを押してください。
    </p>
    <ButtonRow>
      <Button kind="secondary">閲覧を終わる</Button>
    </ButtonRow>
  </Form>
);
