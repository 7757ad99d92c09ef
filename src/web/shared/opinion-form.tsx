import type { ComponentChildren } from 'preact';
import { writeAnswers, type Fields } from '../../forms/index.js';
import type { VerificationSheet } from '../../kernel/verification-sheet.js';
import { sheetQuestions, type Opinion } from '../../verifications/index.js';
import { AnswerField } from './answer-field.js';
import { Button, ButtonLink, ButtonRow } from './buttons.js';
import { FieldGroup, Form } from './forms.js';
import { StaleComparison } from './stale-comparison.js';
import { typedAnswer } from './typed-answer.js';
import { recordAt } from './typed-records.js';

/** What stands in the fields of a sheet, as typed. */
export const typedOpinion = (sheet: VerificationSheet, body: unknown): Fields => {
  const form = recordAt(body, 'form');
  const questions = sheetQuestions(sheet).flatMap((section) => section.questions);
  return writeAnswers(Object.fromEntries(questions.map((question) => [question.id, typedAnswer(question, form)])));
};

interface OpinionFormProps {
  readonly action: string;
  readonly back: string;
  readonly sheet: VerificationSheet;
  /** As it is kept. */
  readonly opinion: Opinion;
  /** As it was typed, when it came back; null: as it is kept. */
  readonly typed: Fields | null;
  /** Somebody else saved meanwhile. */
  readonly isStale: boolean;
  readonly giveWords: string;
  /** More fields above the points. */
  readonly children?: ComponentChildren;
}

/** The sheet of one side: every point with its answers and the reason, kept at any time and given when it is complete. */
export function OpinionForm({ action, back, sheet, opinion, typed, isStale, giveWords, children }: OpinionFormProps) {
  const fields = typed ?? opinion.fields;
  return (
    <>
      {isStale && typed && <StaleComparison rows={differences(sheet, opinion.fields, typed)} />}
      <Form action={action} version={opinion.version} label="検証の答え">
        {children}
        {sheetQuestions(sheet).map(({ id, title, questions }) => (
          <FieldGroup legend={title} key={id}>
            {questions.map((question) =>
              question.kind === 'file' || question.kind === 'table' ? null : (
                <AnswerField question={withPlainLabel(question)} fields={fields} key={question.id} />
              ),
            )}
          </FieldGroup>
        ))}
        <ButtonRow>
          <Button name="act" value="give">
            {giveWords}
          </Button>
          <Button kind="secondary" name="act" value="keep">
            途中まで保存する
          </Button>
          <ButtonLink kind="quiet" href={back}>
            保存せずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

type Asked = ReturnType<typeof sheetQuestions>[number]['questions'][number];

/** The group says the point already. */
const withPlainLabel = <Each extends Asked>(question: Each): Each => ({
  ...question,
  label: question.kind === 'choice' ? '答え' : 'その理由',
});

const differences = (sheet: VerificationSheet, kept: Fields, typed: Fields) =>
  sheetQuestions(sheet).flatMap(({ questions }) =>
    questions.map((question) => {
      const words = (fields: Fields): string => {
        const text = fields.get(question.id) ?? '';
        return question.kind === 'choice' ? (question.options.find(({ id }) => id === text)?.label ?? '') : text;
      };
      return { label: question.label, kept: words(kept), typed: words(typed) };
    }),
  );
