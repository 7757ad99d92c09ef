import { LATER_GROUND_LABELS, LONGEST_CORRECTION, type NamedCarry } from '../../../closing/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Day,
  Form,
  Money,
  Notice,
  Section,
  TextArea,
  type Viewer,
} from '../../shared/index.js';
import { CARRY_STATE, lineInWords } from '../../shared/line-correction-words.js';
import { typedText } from '../../shared/typed-text.js';
import { mayEnter } from '../repayments.page.js';
import { programOfYear } from '../../shared/program-of-year.js';

interface AnswerProps {
  readonly viewer: Viewer;
  readonly carry: NamedCarry;
  readonly body: unknown;
}

/** What the section asks for, and the treasury's answer. */
export function CarryAnswerPage(props: AnswerProps) {
  const { grant, fromLine, toLine, amount, ground, decidedOn, reason, decision, orderedByName, answeredByName } =
    props.carry;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: programOfYear(grant) },
          { label: '種類', value: LATER_GROUND_LABELS[ground] },
          { label: '元の科目', value: lineInWords(fromLine) },
          {
            label: '繰越先の科目',
            value: `${formatFiscalYear(toLine.fiscalYear)}　${lineInWords(toLine)}`,
          },
          { label: '繰り越す額', value: <Money yen={amount} strong /> },
          { label: '議決又は決裁の日', value: <Day date={decidedOn} /> },
          { label: '理由', value: reason },
          { label: '議案番号か決裁番号、繰越計算書の番号', value: decision },
          { label: '求めた人', value: orderedByName },
          ...(answeredByName ? [{ label: '答えた人', value: answeredByName }] : []),
        ]}
      />
      <Answer {...props} />
    </>
  );
}

function Answer({ viewer, carry: { id, state, answer }, body }: AnswerProps) {
  const path = `treasury/carries/${id}`;
  if (state !== 'ordered') {
    return (
      <Notice tone={state === 'done' ? 'success' : 'neutral'} title={CARRY_STATE[state]}>
        {answer !== '' && <p>{answer}</p>}
      </Notice>
    );
  }
  if (!mayEnter(viewer)) return <Notice tone="neutral" title="いま、あなたが行う処理はありません。" />;
  return (
    <>
      <Section title="繰越しを確認する">
        <p>
          元の年度の負担行為から除き、翌年度の科目の予算現額と負担行為に加えます。議決か決裁の写しと繰越計算書を見て確かめてください。
        </p>
        <Form action={viewer.url(`${path}/confirmation`)}>
          <ButtonRow>
            <Button>繰越しを確認して記帳する</Button>
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
