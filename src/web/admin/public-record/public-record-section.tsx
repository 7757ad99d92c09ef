import { Button, ButtonRow, Form, Moment, Section, type Viewer } from '../../shared/index.js';

interface Props {
  readonly viewer: Viewer;
  readonly changedAt: Date | null;
  readonly mayAct: boolean;
}

/** What everyone sees is built from the stages by events; an administrator who doubts it has it built anew. */
export const PublicRecordSection = ({ viewer, changedAt, mayAct }: Props) => (
  <Section title="公表の記録">
    <p>
      交付の一覧、校区と団体、オープンデータは、決定や支払のたびに自動で新しくなります。
      {changedAt && (
        <>
          最後に変わった日時：
          <Moment at={changedAt} />
        </>
      )}
    </p>
    {mayAct && (
      <Form action={viewer.url('admin/jobs/public-record')} label="公表の記録を作り直す">
        <p>
          公開ページが台帳と違うと思われるときは、台帳からすべて作り直せます。内容が同じなら、何も変わりません。終わるまでは、いまの記録が見えています。
        </p>
        <ButtonRow>
          <Button kind="secondary">公表の記録を作り直す</Button>
        </ButtonRow>
      </Form>
    )}
  </Section>
);
