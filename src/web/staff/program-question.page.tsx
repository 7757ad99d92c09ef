import type { FormSection, Question } from '../../forms/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  Form,
  Notice,
  Select,
  TextField,
  type Choice,
  type Viewer,
} from '../shared/index.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';
import { StaleComparison, type Compared } from '../shared/stale-comparison.js';
import { Deletion } from './program-deletion.js';
import type { FormValues } from './program-form-values.js';
import { QuestionParticulars } from './program-question-fields.js';
import { questionPath, questionsPath, type AskedDraft, type AskedOf } from './program-questions-of.js';
import { kindInWords } from './program-words.js';

interface QuestionPageProps {
  readonly viewer: Viewer;
  readonly of: AskedOf;
  /** As `of` shows it. */
  readonly version: AskedDraft;
  readonly question: Question;
  readonly values: FormValues;
  readonly compared: readonly Compared[] | null;
  readonly unsaved: boolean;
}

/** One question of the form: exactly the fields of its kind, when it is asked, and where it stands. */
export function QuestionPage({ viewer, of, version, question, values, compared, unsaved }: QuestionPageProps) {
  const { form } = version.document;
  const action = viewer.url(questionPath(of, version.id, question.id));
  return (
    <>
      {compared && <StaleComparison rows={compared} />}
      {unsaved && (
        <Notice tone="info" title="まだ保存していません">
          <p>行の変更は、保存すると下書きに入ります。</p>
        </Notice>
      )}
      <Form action={action} version={version.version} label={question.label}>
        <SaveOnEnter />
        <p>種類：{kindInWords(question.kind)}</p>
        <TextField name="label" label="質問" required value={values.text('label')} />
        <TextField
          name="hint"
          label="説明"
          hint="何を書けばよいか、例を添えると迷いません。"
          value={values.text('hint')}
        />
        <Checkbox name="required" label="必ず答えてもらう（必須）" checked={values.flag('required')} />
        <QuestionParticulars kind={question.kind} values={values} />
        <Select
          name="when"
          label="たずねる条件"
          hint="前にある「選択」の質問の答えによって、たずねるかどうかを決められます。"
          value={values.text('when')}
          options={conditionChoices(form, question.id)}
          prompt="いつもたずねる"
        />
        <Select
          name="section"
          label="区分"
          required
          value={values.text('section')}
          options={form.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <ButtonRow>
          <Button name="act" value="back">
            保存して一覧に戻る
          </Button>
          <ButtonLink kind="quiet" href={viewer.url(questionsPath(of, version.id))}>
            保存しないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
      <Deletion
        action={`${action}/deletion`}
        version={version.version}
        title="この質問を消す"
        words={of.taken}
        button="質問を消す"
      />
    </>
  );
}

/** Every answer to a choice that stands before this question. */
function conditionChoices(form: readonly FormSection[], questionId: string): Choice[] {
  const all = form.flatMap(({ questions }) => questions);
  const here = all.findIndex(({ id }) => id === questionId);
  return all.slice(0, Math.max(here, 0)).flatMap((question) =>
    question.kind === 'choice'
      ? question.options.map(({ id, label }) => ({
          value: `${question.id}=${id}`,
          label: `「${question.label}」に「${label}」と答えたときだけ`,
        }))
      : [],
  );
}
