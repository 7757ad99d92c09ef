import type { Retention } from '../../../proposals/index.js';
import { Button, ButtonLink, ButtonRow, Form, Notice, TextField, type Viewer } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

interface RetentionProps {
  readonly viewer: Viewer;
  readonly retention: Retention;
  /** As it was sent and refused. */
  readonly body?: unknown;
}

/** The town's terms, which whoever proposes reads on the pages. */
export const RetentionPage = ({ viewer, retention, body }: RetentionProps) => {
  const shown = (name: 'draftDays' | 'contactDays'): string =>
    body === undefined ? String(retention[name]) : typedText(body, name);
  return (
    <>
      {retention.version === 0 && (
        <Notice tone="warning" title="いまは見本の値です">
          <p>まだ保存していないため、見本の日数を使っています。条例や要綱の決まりを確かめて保存してください。</p>
        </Notice>
      )}
      <Form action={viewer.url('staff/proposals/settings')} version={retention.version}>
        <TextField
          name="draftDays"
          label="出さない下書きを残す日数"
          required
          size="short"
          inputMode="numeric"
          suffix="日"
          hint="最後に保存した日から数えます。過ぎた下書きは、お名前・連絡先・添えた書類とともに、朝に自動で消えます。団体の下書きは消えません。"
          value={shown('draftDays')}
        />
        <TextField
          name="contactDays"
          label="名前と連絡先を残す日数"
          required
          size="short"
          inputMode="numeric"
          suffix="日"
          hint="結果が決まった日、対象外とした日、取り下げられた日から数えます。過ぎた連絡先と、公表しないお名前は、朝に自動で消えます。提案の内容は残ります。"
          value={shown('contactDays')}
        />
        <ButtonRow>
          <Button>保存する</Button>
          <ButtonLink kind="secondary" href={viewer.url('staff/proposals')}>
            保存しないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
};
