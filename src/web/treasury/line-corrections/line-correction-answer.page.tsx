import { LONGEST_CORRECTION, type NamedCorrection } from '../../../closing/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Form,
  Money,
  Notice,
  Section,
  TextArea,
  type Viewer,
} from '../../shared/index.js';
import { CORRECTION_STATE, lineInWords } from '../../shared/line-correction-words.js';
import { typedText } from '../../shared/typed-text.js';
import { mayEnter } from '../repayments.page.js';
import { programOfYear } from '../../shared/program-of-year.js';

interface AnswerProps {
  readonly viewer: Viewer;
  readonly correction: NamedCorrection;
  readonly body: unknown;
}

/** What the section asks for, and the treasury's answer. */
export function LineCorrectionAnswerPage(props: AnswerProps) {
  const { grant, fromLine, toLine, amount, reason, decision, orderedByName, answeredByName } = props.correction;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: programOfYear(grant) },
          { label: '元の科目', value: lineInWords(fromLine) },
          { label: '正しい科目', value: lineInWords(toLine) },
          { label: '支払済みの額', value: <Money yen={amount} strong /> },
          { label: '理由', value: reason },
          { label: '決裁の日と番号', value: decision },
          { label: '求めた人', value: orderedByName },
          ...(answeredByName ? [{ label: '答えた人', value: answeredByName }] : []),
        ]}
      />
      <Answer {...props} />
    </>
  );
}

function Answer({ viewer, correction: { id, state, answer }, body }: AnswerProps) {
  const path = `treasury/line-corrections/${id}`;
  if (state !== 'ordered') {
    return (
      <Notice tone={state === 'done' ? 'success' : 'neutral'} title={CORRECTION_STATE[state]}>
        {answer !== '' && <p>{answer}</p>}
      </Notice>
    );
  }
  if (!mayEnter(viewer)) return <Notice tone="neutral" title="いま、あなたが行う処理はありません。" />;
  return (
    <>
      <Section title="科目更正を確認する">
        <p>元の科目から除く記帳と、正しい科目への記帳を同時に行います。団体への支払や銀行のファイルは変わりません。</p>
        <Form action={viewer.url(`${path}/confirmation`)}>
          <ButtonRow>
            <Button>科目更正を確認して記帳する</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section title="担当課に返す">
        <Form action={viewer.url(`${path}/return`)}>
          <TextArea
            name="answer"
            label="返す理由"
            required
            rows={2}
            most={LONGEST_CORRECTION}
            value={typedText(body, 'answer')}
          />
          <ButtonRow>
            <Button kind="danger">担当課に返す</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}
