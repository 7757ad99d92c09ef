import { SendAgain, type SentField } from './session-ended.js';

/** Too much came from one place (FloodGate): what was sent waits here until another press of the button is taken. */
export const TooMany = ({
  sentence,
  action,
  fields,
  files,
}: {
  sentence: string;
  action: string;
  /** Null when nothing was typed, or it cannot stand in the page. */
  fields: readonly SentField[] | null;
  files: boolean;
}) => (
  <>
    <p>{sentence}</p>
    <p>同じ建物の回線や同じ電話回線を、ほかの方が使っているときにも、このようになることがあります。</p>
    {fields && (
      <>
        <p>入力した内容は、この画面に残っています。時間になったら、下のボタンを押してください。</p>
        {files && <p>選んだファイルは残っていません。送り直したあとで、もう一度選んでください。</p>}
        <SendAgain action={action} fields={fields} />
      </>
    )}
  </>
);
