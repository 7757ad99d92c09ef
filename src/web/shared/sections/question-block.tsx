import type { ComponentChildren } from 'preact';
import { splitField, type FormSection, type Question, type Section } from '../../../forms/index.js';
import { AnswerField } from '../answer-field.js';
import { QuestionTable } from './question-table.js';
import { answerInWords, ParkedHere } from './section-frame.js';

type FileQuestion = Extract<Question, { kind: 'file' }>;

/** What every question of a section is drawn with, whoever asks it. */
export interface QuestionsProps {
  readonly form: FormSection;
  readonly section: Pick<Section, 'fields' | 'parked'>;
  /** The ids of what is asked, given what was chosen so far. */
  readonly asked: ReadonlySet<string>;
  /** The question whose table was asked for one more row. */
  readonly more?: string | undefined;
  /** What stands above a question, e.g. the points of a return. */
  readonly above?: (question: Question) => ComponentChildren;
  readonly files: (question: FileQuestion) => ComponentChildren;
  /** How a question reads for whoever fills it in. */
  readonly worded?: <Asked extends Question>(question: Asked) => Asked;
}

/** The questions of a section in their order, each with what another writer typed there at the same time. */
export const Questions = (props: QuestionsProps) => (
  <>
    {props.form.questions.map((question) => (
      <QuestionBlock {...props} question={question} key={question.id} />
    ))}
  </>
);

/**
 * A question that is not asked stands on the page unseen: its fields keep what was typed there, and the script can show
 * them at once. Without the script the next save shows them, because the page says which it held back.
 */
function QuestionBlock({
  question,
  section,
  asked,
  more,
  above,
  files,
  worded,
}: QuestionsProps & { question: Question }) {
  const { id, label, when } = question;
  const condition = when ? { 'data-when': `form[${when.question}]`, 'data-is': when.is } : {};
  const fields = [...new Set(section.parked.map(({ field }) => field))];
  return (
    <div class={`question question-${question.kind}`} hidden={!asked.has(id)} {...condition}>
      {!asked.has(id) && <input type="hidden" name={`unseen[${id}]`} value="yes" data-unseen />}
      {above?.(question)}
      {question.kind === 'table' ? (
        <QuestionTable question={question} fields={section.fields} more={more === id} />
      ) : question.kind === 'file' ? (
        files(question)
      ) : (
        <AnswerField question={worded ? worded(question) : question} fields={section.fields} />
      )}
      {fields
        .filter((field) => splitField(field).question === id)
        .map((field) => (
          <ParkedHere
            parked={section.parked}
            field={field}
            label={label}
            inWords={(text) => answerInWords(question, field, text)}
            key={field}
          />
        ))}
    </div>
  );
}
