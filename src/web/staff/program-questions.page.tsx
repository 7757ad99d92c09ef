import { PRIOR_START_QUESTION } from '../../programs/index.js';
import { type FormSection, type Question } from '../../forms/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Form,
  Section,
  Select,
  TextField,
  VisuallyHidden,
  type Choice,
  type Viewer,
} from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { questionPath, questionsPath, sectionPath, type AskedDraft, type AskedOf } from './program-questions-of.js';
import { conditionInWords, KIND_CHOICES, kindInWords } from './program-words.js';

interface QuestionsPageProps {
  readonly viewer: Viewer;
  readonly of: AskedOf;
  /** As `of` shows it. */
  readonly version: AskedDraft;
  readonly values: FormValues;
}

/** A form of a draft: its sections with their questions in order. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { viewer, of, version } = props;
  const { form } = version.document;
  return (
    <>
      <Form action={viewer.url(questionsPath(of, version.id))} version={version.version} label="質問の順番">
        {form.map((section, index) => (
          <SectionQuestions
            viewer={viewer}
            of={of}
            version={version}
            section={section}
            first={index === 0}
            last={index === form.length - 1}
            key={section.id}
          />
        ))}
      </Form>
      <AddQuestion {...props} />
      <AddSection {...props} />
      {of.projects && <ProjectQuestions {...props} />}
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url(of.back.at(version.id))}>
          {of.back.words}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

interface SectionQuestionsProps {
  readonly viewer: Viewer;
  readonly of: AskedOf;
  readonly version: AskedDraft;
  readonly section: FormSection;
  readonly first: boolean;
  readonly last: boolean;
}

function SectionQuestions({ viewer, of, version, section, first, last }: SectionQuestionsProps) {
  const { form } = version.document;
  const { id, title, lead, questions } = section;
  return (
    <Section
      title={`区分：${title}`}
      actions={
        <span class="row-acts">
          {!first && <MoveButton way="up" what="section" id={id} label={title} />}
          {!last && <MoveButton way="down" what="section" id={id} label={title} />}
        </span>
      }
    >
      {lead !== '' && <p>{lead}</p>}
      <p>
        <a href={viewer.url(sectionPath(of, version.id, id))}>
          区分の名称と説明を直す<VisuallyHidden>：{title}</VisuallyHidden>
        </a>
        　
        <a href={viewer.url(`${sectionPath(of, version.id, id)}/preview`)}>
          {of.writer}の画面を見る<VisuallyHidden>：{title}</VisuallyHidden>
        </a>
      </p>
      <DataTable
        caption={`「${title}」の質問`}
        captionHidden
        cards
        empty="質問はまだありません。"
        rows={questions}
        columns={[
          {
            label: '質問',
            cell: (question) => <a href={viewer.url(questionPath(of, version.id, question.id))}>{question.label}</a>,
          },
          { label: '種類', cell: ({ kind }) => kindInWords(kind) },
          { label: '必須', tight: true, cell: ({ required }) => (required ? '必須' : '任意') },
          { label: 'たずねる条件', cell: ({ when }) => conditionInWords(form, when) },
          { label: '順番', tight: true, cell: (question) => <Moves question={question} questions={questions} /> },
        ]}
      />
    </Section>
  );
}

function Moves({ question, questions }: { question: Question; questions: readonly Question[] }) {
  // It stands right behind the question for the period, wherever that is.
  if (question.id === PRIOR_START_QUESTION) return <>期間の次</>;
  return (
    <span class="row-acts">
      {question !== questions[0] && <MoveButton way="up" what="question" id={question.id} label={question.label} />}
      {question !== questions.at(-1) && (
        <MoveButton way="down" what="question" id={question.id} label={question.label} />
      )}
    </span>
  );
}

const MoveButton = (props: { way: 'up' | 'down'; what: 'section' | 'question'; id: string; label: string }) => (
  <Button kind="quiet" small name="move" value={`${props.way}:${props.what}:${props.id}`}>
    {props.way === 'up' ? '上へ' : '下へ'}
    <VisuallyHidden>：{props.label}</VisuallyHidden>
  </Button>
);

function AddQuestion({ viewer, of, version, values }: QuestionsPageProps) {
  const { form } = version.document;
  return (
    <Section title="質問を加える">
      <Form action={viewer.url(questionsPath(of, version.id, 'added'))} version={version.version} label="質問を加える">
        <Select
          name="question[section]"
          label="加える区分"
          required
          value={values.text('question.section') || form.at(-1)?.id}
          options={form.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <KindAndLabel name="question" values={values} />
        <ButtonRow>
          <Button kind="secondary">質問を加える</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function AddSection({ viewer, of, version, values }: QuestionsPageProps) {
  return (
    <Section title="区分を加える">
      <p>区分は、{of.writer}の画面の1ページになります。最初の質問といっしょに作ります。</p>
      <Form
        action={viewer.url(questionsPath(of, version.id, 'sections'))}
        version={version.version}
        label="区分を加える"
      >
        <TextField
          name="section[title]"
          label="区分の名称"
          required
          size="medium"
          value={values.text('section.title')}
        />
        <KindAndLabel name="section" values={values} />
        <ButtonRow>
          <Button kind="secondary">区分を加える</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** How a question begins; the rest is settled on its own page. */
const KindAndLabel = ({ name, values }: { name: string; values: FormValues }) => (
  <>
    <Select
      name={`${name}[kind]`}
      label="質問の種類"
      required
      value={values.text(`${name}.kind`)}
      options={KIND_CHOICES}
    />
    <TextField name={`${name}[label]`} label="質問" required value={values.text(`${name}.label`)} />
  </>
);

/** Which answers name a project and its period; blank where the grant is for running the organisation. */
function ProjectQuestions({ viewer, of, version, values }: QuestionsPageProps) {
  const choicesOf = (isMeant: (question: Question) => boolean): Choice[] =>
    version.document.form
      .flatMap(({ questions }) => questions)
      .filter(isMeant)
      .map(({ id, label }) => ({ value: id, label }));
  return (
    <Section title="事業の名称と期間">
      <p>事業への補助のとき、一覧と通知書に示す名称と期間を、どの質問の答えから取るかを決めます。</p>
      <Form
        action={viewer.url(questionsPath(of, version.id, 'project'))}
        version={version.version}
        label="事業の名称と期間"
      >
        <Select
          name="project[titleQuestion]"
          label="事業の名称になる質問"
          value={values.text('project.titleQuestion')}
          options={choicesOf((question) => question.kind === 'text' && question.lines === 'one')}
          prompt="事業ではない（運営の支援）"
        />
        <Select
          name="project[periodQuestion]"
          label="事業の期間になる質問"
          value={values.text('project.periodQuestion')}
          options={choicesOf(({ kind }) => kind === 'period')}
          prompt="事業ではない（運営の支援）"
        />
        <ButtonRow>
          <Button kind="secondary">事業の名称と期間を保存する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
