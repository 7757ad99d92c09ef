import { Button, ButtonRow } from './buttons.js';
import { Hidden } from './forms.js';

export type SentField = readonly [name: string, value: string];

/**
 * What a form held, as the names and values that it sent. Null where it cannot be sent again:
 * nothing was typed, or a password was among it, which must not stand in a page.
 */
export function sentFields(body: unknown): readonly SentField[] | null {
  const fields = fieldsIn(body, '');
  return fields.length === 0 || fields.some(([name]) => /password/i.test(name)) ? null : fields;
}

function fieldsIn(value: unknown, name: string): SentField[] {
  if (typeof value === 'string') return name === '' ? [] : [[name, value]];
  // What belongs to one row stays together by the row's number.
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => fieldsIn(item, typeof item === 'string' ? `${name}[]` : `${name}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => fieldsIn(inner, name === '' ? key : `${name}[${key}]`));
}

/** The session ended while somebody was writing: what was sent waits here until they have signed in again. */
export const SessionEnded = ({
  action,
  fields,
  files,
  signIn,
}: {
  action: string;
  fields: readonly SentField[];
  /** Files may have been among what was sent; they have to be chosen again. */
  files: boolean;
  signIn: string;
}) => (
  <>
    <p>しばらく操作がなかったため、ログインの期限が切れました。入力した内容は、この画面に残っています。</p>
    {files && <p>選んだファイルは残っていません。送り直したあとで、もう一度選んでください。</p>}
    <ol class="path">
      <li>
        <a href={signIn} target="_blank" rel="noopener">
          新しい画面でログインする
        </a>
      </li>
      <li>この画面に戻り、下のボタンを押します。</li>
    </ol>
    <SendAgain action={action} fields={fields} />
  </>
);

/** The one button that sends what was sent before. */
export const SendAgain = ({ action, fields }: { action: string; fields: readonly SentField[] }) => (
  <form action={action} method="post" class="form">
    {fields.map(([name, value]) => (
      <Hidden key={`${name} ${value}`} name={name} value={value} />
    ))}
    <ButtonRow>
      <Button>入力した内容を送り直す</Button>
    </ButtonRow>
  </form>
);
