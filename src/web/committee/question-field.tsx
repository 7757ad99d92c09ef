import type { ApplicationDraft } from '../../applications/index.js';
import type { Section, Question } from '../../forms/index.js';
import type { Viewer } from '../shared/index.js';
import { AnswerField } from '../shared/answer-field.js';
import { QuestionFiles } from './question-files.js';
import { QuestionTable } from './question-table.js';

interface QuestionFieldProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  readonly question: Question;
  readonly fields: Section['fields'];
  /** The question whose table was asked for one more row. */
  readonly more?: string | undefined;
}

/** Where a question is answered: in fields, in rows, or with files. */
export function QuestionField({ viewer, draft, question, fields, more }: QuestionFieldProps) {
  if (question.kind === 'table')
    return <QuestionTable question={question} fields={fields} more={more === question.id} />;
  if (question.kind === 'file') return <QuestionFiles viewer={viewer} draft={draft} question={question} />;
  return <AnswerField question={asSeen(viewer, question)} fields={fields} />;
}

/** Staff do not agree for others: they confirm that the paper bears the mark. */
const asSeen = <Asked extends Question>({ desk }: Viewer, question: Asked): Asked =>
  desk === 'staff' && question.kind === 'declaration'
    ? { ...question, text: `紙に同意の印があります：${question.text}` }
    : question;
