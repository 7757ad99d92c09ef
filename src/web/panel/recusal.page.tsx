import type { PanelCase, SubjectWords } from '../../panels/index.js';
import { Button, ButtonLink, ButtonRow, CheckAnswers, Form, Notice, TextArea, type Viewer } from '../shared/index.js';

interface RecusalProps {
  readonly viewer: Viewer;
  readonly item: PanelCase;
  readonly words: SubjectWords;
  readonly reason: string;
}

/** 忌避: what it means, asked once, with the reason. */
export function RecusalPage({ viewer, item, words, reason }: RecusalProps) {
  const path = `panel/cases/${item.id}`;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: words.thing, value: item.title },
          { label: words.party, value: item.organizationName },
        ]}
      />
      <Notice tone="warning" title="申し出ると、取り消せません">
        <p>{`この${words.thing}は一覧から消え、読むことも採点することもできなくなります。保存した点数は数えません。`}</p>
      </Notice>
      <Form action={viewer.url(`${path}/recusal`)} label="忌避の申出">
        <TextArea
          name="reason"
          label="申出の理由"
          hint={`例：${words.party}の家族であるため`}
          required
          rows={3}
          value={reason}
        />
        <ButtonRow>
          <Button kind="danger">忌避を申し出る</Button>
          <ButtonLink kind="quiet" href={viewer.url(path)}>
            申し出ずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
