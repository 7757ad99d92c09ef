import { closingDayOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import {
  ACT_LABELS,
  AFTER_END,
  isEnded,
  usualAfterEnd,
  type ActKind,
  type AfterEnd,
  type ReceiptQuestion,
  type RepaymentPage as RepaymentView,
} from '../../repayments/index.js';
import {
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  Form,
  Notice,
  Radios,
  Section,
  TextArea,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { ReceiptActForm, type ReceiptAct } from './receipt-acts.js';
import { mayEnter, QUESTION_LABELS } from './repayments.page.js';

interface EntryProps {
  readonly viewer: Viewer;
  readonly view: RepaymentView;
  /** What was typed of a receipt that was refused. */
  readonly body: unknown;
  readonly act: ReceiptAct | null;
}

/** The field for the next receipt, or the form of what was begun on one. */
export function ReceiptEntry({ viewer, view, body, act }: EntryProps) {
  const { demand, yearClosed } = view;
  if (!mayEnter(viewer)) return <p>領収の入力は会計の職員が行います。</p>;
  if (act) {
    return <ReceiptActForm {...{ viewer, view, act }} />;
  }
  const ended = isEnded(demand.state);
  if (demand.state !== 'demanded' && demand.state !== 'settled' && !ended)
    return <Notice tone="neutral" title="領収は入力できません" />;
  const settled = demand.state === 'settled';
  return (
    <>
      {/* One after the other, as each answer may change what the next is asked for. */}
      {view.questions.slice(0, 1).map((question) => (
        <Question viewer={viewer} demandId={demand.id} question={question} key={question.id} />
      ))}
      {settled && (
        <Notice tone="success" title="すべて納められました">
          <p>もう一度納められたときは、その領収も入力してください。全額が過誤納金になり、還付します。</p>
        </Notice>
      )}
      {ended && <AfterEndNotice view={view} />}
      <Section title="領収を入力する">
        <Form
          action={viewer.url(`treasury/repayments/${demand.id}/receipts`)}
          once={typedText(body, 'requestId') || true}
          label="領収の入力"
        >
          <DateField
            name="receivedOn"
            label="領収日"
            hint="領収済通知書の日付印の日です。入力する日ではありません。"
            required
            value={typedText(body, 'receivedOn')}
          />
          <YenField name="amount" label="領収した額" required value={typedText(body, 'amount')} />
          <TextField
            name="slipNumber"
            label="領収番号"
            hint="領収済通知書の番号です。番号がないときは、会計の受付の番号を書きます。"
            required
            size="medium"
            value={typedText(body, 'slipNumber')}
          />
          {ended && (
            <Radios
              name="afterEnd"
              label="終わった債権に納められた額の受入れ"
              hint={`領収日が${formatEra(demand.endedOn ?? view.today)}より後のときに選びます。`}
              options={AFTER_END.map((value) => ({
                value,
                label: AFTER_END_LABEL[value],
                ...(value === usualAfterEnd(view.acts, demand.terms.claimClass) && { hint: 'ふだんはこちらです。' }),
              }))}
              value={typedText(body, 'afterEnd')}
            />
          )}
          {(yearClosed || ended || body !== null) && (
            <TextArea
              name="lateReason"
              label={ended ? '理由' : yearClosed ? '閉鎖した後に入力する理由' : '通知の前に納められた事情'}
              hint={
                ended
                  ? 'ふだんと違う受入れをするとき、または領収日が閉鎖した年度の5月31日までのときに書きます。'
                  : yearClosed
                    ? `領収日が${formatEra(closingDayOf(demand.fiscalYear))}までのときに書きます。${formatFiscalYear(demand.fiscalYear)}は閉鎖したため戻入できず、現年度の歳入になります。`
                    : '領収日が返還の通知の日より前のときだけ書きます。'
              }
              rows={2}
              value={typedText(body, 'lateReason')}
            />
          )}
          <Checkbox
            name="takesExcess"
            label="超えた分を過誤納金として受け入れる"
            hint="納めるべき額より多く納められたときだけ選びます。超えた分は還付します。"
            checked={typedText(body, 'takesExcess') === 'yes'}
          />
          {body !== null && (
            <Checkbox
              name="another"
              label="別の領収として入力する"
              hint="同じ日・同じ額の領収がすでにあるときだけ、別に納められたことを確かめてから選びます。"
              checked={typedText(body, 'another') === 'yes'}
            />
          )}
          <ButtonRow>
            <Button>領収を入力する</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}

const AFTER_END_LABEL: Readonly<Record<AfterEnd, string>> = {
  revenue: '現年度の歳入として受け入れる',
  excess: '過誤納金として受け入れ、還付する',
};

function AfterEndNotice({ view: { acts, demand } }: { view: RepaymentView }) {
  const kinds = acts
    .filter(({ state, kind }) => state === 'done' && ENDING.includes(kind))
    .map(({ kind }) => ACT_LABELS[kind]);
  return (
    <Notice tone="warning" title={`${kinds.join('・')}をした返還です`}>
      <p>
        {usualAfterEnd(acts, demand.terms.claimClass) === 'excess'
          ? '納める義務はもうありません。この後に納められた額は、ふだんは過誤納金として受け入れ、還付します。'
          : 'この後に自ら納められた額は、ふだんは現年度の歳入として受け入れます。'}
      </p>
    </Notice>
  );
}

const ENDING: readonly ActKind[] = ['remission', 'waiver', 'write-off'];

interface QuestionProps {
  readonly viewer: Viewer;
  readonly demandId: string;
  readonly question: ReceiptQuestion;
}

/** A line of a 領収済一覧 that nobody takes unasked. */
function Question({ viewer, demandId, question }: QuestionProps) {
  const { id, why, receivedOn, amount, slipNumber } = question;
  const path = `treasury/repayments/${demandId}/questions/${id}`;
  return (
    <Section title={`確かめる領収（${slipNumber}）`}>
      <Notice tone="warning" title={`${formatEra(receivedOn)}　${formatYen(amount)}`}>
        <p>領収済一覧の行です。{QUESTION_LABELS[why]}ため、まだ取り込んでいません。領収済通知書を確かめてください。</p>
      </Notice>
      <Form action={viewer.url(`${path}/taking`)} label={`領収番号${slipNumber}を取り込む`}>
        <ButtonRow>
          <Button kind="secondary">
            {why === 'excess' ? '超えた分を過誤納金として取り込む' : '別の領収として取り込む'}
          </Button>
        </ButtonRow>
      </Form>
      <Form action={viewer.url(`${path}/dismissal`)} label={`領収番号${slipNumber}を取り込まない`}>
        <TextArea name="dismissalReason" label="取り込まない理由" required rows={2} value="" />
        <ButtonRow>
          <Button kind="quiet">取り込まない</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
