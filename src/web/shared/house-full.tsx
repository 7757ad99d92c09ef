import { ButtonLink, ButtonRow } from './buttons.js';
import { SendAgain, type SentField } from './session-ended.js';

/** Long enough for those in front to be served, short enough for somebody who waits before the screen. */
export const RETRY_AFTER_SECONDS = 5;

/** More people at once than can be served: what was sent waits here for another press of the button. */
export const HouseFull = ({
  action,
  isForm,
  fields,
  files,
}: {
  action: string;
  isForm: boolean;
  /** Null when nothing can stand in the page: what was typed is then in the page before. */
  fields: readonly SentField[] | null;
  files: boolean;
}) => (
  <>
    <p>同時に使っている人が多いため、いまは受け付けられませんでした。</p>
    {!isForm && (
      <ButtonRow>
        <ButtonLink href={action}>もう一度開く</ButtonLink>
      </ButtonRow>
    )}
    {isForm && !fields && (
      <p>少し待ってから前の画面に戻り、もう一度ボタンを押してください。入力した内容は、前の画面に残っています。</p>
    )}
    {isForm && fields && (
      <>
        <p>入力した内容は、この画面に残っています。少し待ってから、下のボタンを押してください。</p>
        {files && <p>選んだファイルは残っていません。送り直したあとで、もう一度選んでください。</p>}
        <SendAgain action={action} fields={fields} />
      </>
    )}
  </>
);
