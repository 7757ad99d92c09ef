import type { Application } from '../../applications/index.js';
import { Button, ButtonLink, ButtonRow, Checkbox, Form, type Viewer } from '../shared/index.js';
import { applicationPath } from './application-words.js';

/** Asks once and names what will happen. */
export function WithdrawalPage({ viewer, application }: { viewer: Viewer; application: Application }) {
  const draft = application.round === 0;
  return (
    <>
      <p>
        {draft
          ? 'この申請の作成をやめると、入力した内容は開けなくなります。受付期間のうちなら、新しい申請を始められます。'
          : 'この申請を取り下げると、審査は終わります。受付期間のうちなら、新しい申請を始められます。'}
      </p>
      <Form action={viewer.url(applicationPath(application.id, 'withdrawal'))}>
        <Checkbox
          name="confirmed"
          label={draft ? '作成をやめることを確かめました' : '取り下げることを確かめました'}
          required
        />
        <ButtonRow>
          <Button kind="danger">{draft ? '作成をやめる' : '申請を取り下げる'}</Button>
          <ButtonLink kind="quiet" href={viewer.url(applicationPath(application.id))}>
            やめて戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
