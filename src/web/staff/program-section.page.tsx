import type { FormSection, Question } from '../../forms/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  FileField,
  Form,
  Notice,
  Section,
  TableFrame,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { AnswerField } from '../shared/answer-field.js';
import { CompoundField } from '../shared/compound-fields.js';
import type { FormValues } from './program-form-values.js';
import { Deletion } from './program-deletion.js';
import { questionsPath, sectionPath, type AskedDraft, type AskedOf } from './program-questions-of.js';
import { conditionInWords } from './program-words.js';

interface SectionPageProps {
  readonly viewer: Viewer;
  readonly of: AskedOf;
  /** As `of` shows it. */
  readonly version: AskedDraft;
  readonly section: FormSection;
}

/** What a section of the form is called and says at its top. */
export function FormSectionWordsPage({
  viewer,
  of,
  version,
  section,
  values,
}: SectionPageProps & { values: FormValues }) {
  const action = viewer.url(sectionPath(of, version.id, section.id));
  return (
    <>
      <Form action={action} version={version.version} label={section.title}>
        <TextField name="title" label="区分の名称" required size="medium" value={values.text('title')} />
        <TextArea name="lead" label="区分の説明" rows={3} value={values.text('lead')} />
        <ButtonRow>
          <Button>保存して一覧に戻る</Button>
          <ButtonLink kind="quiet" href={viewer.url(questionsPath(of, version.id))}>
            保存しないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
      <Deletion
        action={`${action}/deletion`}
        version={version.version}
        title="この区分を消す"
        words={`質問${String(section.questions.length)}問も、いっしょに消えます。${of.taken}`}
        button="区分を消す"
      />
    </>
  );
}

/** The section as those meet it who answer; what is typed here goes nowhere. */
export function SectionPreviewPage({ viewer, of, version, section }: SectionPageProps) {
  return (
    <>
      <Notice tone="info" title={`${of.writer}の画面の見本です`}>
        <p>入力してみることができます。入力した内容は保存されません。</p>
      </Notice>
      <Section title={section.title}>
        {section.lead !== '' && <p>{section.lead}</p>}
        {section.questions.map((question) => (
          <div class={`question question-${question.kind}`} key={question.id}>
            {question.when && <p class="hint">{conditionInWords(version.document.form, question.when)}</p>}
            <PreviewField question={question} />
          </div>
        ))}
      </Section>
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url(questionsPath(of, version.id))}>
          質問の一覧に戻る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function PreviewField({ question }: { question: Question }) {
  const { id, label, hint, required } = question;
  const common = { name: `form[${id}]`, label, hint, required };
  if (question.kind === 'file') return <FileField {...common} multiple={question.many} />;
  if (question.kind === 'table') return <PreviewTable question={question} />;
  return <AnswerField question={question} fields={new Map()} />;
}

/** The columns of a table with its first row. */
const PreviewTable = ({ question }: { question: Extract<Question, { kind: 'table' }> }) => (
  <CompoundField
    name={`form[${question.id}]`}
    label={question.label}
    hint={`${question.hint}（${String(question.mostRows)}行まで）`}
    required={question.required}
  >
    <TableFrame caption={`${question.label}（入力欄）`} cards>
      <table class="table table-inputs">
        <caption class="visually-hidden">{question.label}</caption>
        <thead>
          <tr>
            {question.columns.map(({ id, label }) => (
              <th scope="col" key={id}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {question.columns.map(({ id, label }) => (
              <td data-label={label} key={id}>
                <TextField name={`form[${question.id}][${id}]`} label={`${question.label}の${label}`} labelHidden />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </TableFrame>
  </CompoundField>
);
