import { askedIn, sectionNamed, splitField, type FormSection, type Question } from '../../forms/index.js';
import { AnswerField } from '../shared/answer-field.js';
import { FileField, VisuallyHidden } from '../shared/index.js';
import { QuestionTable } from './question-table.js';
import { AddedReportFiles, ReportSectionForm, type ReportPageProps } from './report-parts.js';
import { reportUrl } from './report-words.js';
import { answerInWords, ParkedHere, PointsHere, StayButton } from './section-parts.js';

interface ReportFormPageProps extends ReportPageProps {
  readonly section: FormSection;
  /** The question whose table was asked for one more row. */
  readonly more?: string | undefined;
}

/** A section of the programme's own questions about the results. */
export function ReportFormPage({ viewer, draft, section, more }: ReportFormPageProps) {
  const upload = section.questions.some(({ kind }) => kind === 'file');
  return (
    <ReportSectionForm viewer={viewer} draft={draft} name={section.id} upload={upload}>
      {section.questions.map((question) => (
        <QuestionBlock
          viewer={viewer}
          draft={draft}
          section={section}
          question={question}
          more={more}
          key={question.id}
        />
      ))}
    </ReportSectionForm>
  );
}

/** A question that is not asked stands on the page unseen, with what was typed there; the page says which it held back. */
function QuestionBlock({ viewer, draft, section, question, more }: ReportFormPageProps & { question: Question }) {
  const { id, label, when } = question;
  const { fields, parked } = sectionNamed(draft.sections, section.id);
  const asked = askedIn(draft.asked.form, draft.sections).has(id);
  const condition = when ? { 'data-when': `form[${when.question}]`, 'data-is': when.is } : {};
  return (
    <div class={`question question-${question.kind}`} hidden={!asked} {...condition}>
      {!asked && <input type="hidden" name={`unseen[${id}]`} value="yes" data-unseen />}
      <PointsHere draft={draft} section={section.id} pointer={`form.${id}`} />
      {question.kind === 'table' ? (
        <QuestionTable question={question} fields={fields} more={more === id} />
      ) : question.kind === 'file' ? (
        <QuestionFiles viewer={viewer} draft={draft} question={question} />
      ) : (
        <AnswerField question={question} fields={fields} />
      )}
      {[...new Set(parked.map(({ field }) => field))]
        .filter((field) => splitField(field).question === id)
        .map((field) => (
          <ParkedHere
            parked={parked}
            field={field}
            label={label}
            inWords={(text) => answerInWords(question, field, text)}
            key={field}
          />
        ))}
    </div>
  );
}

function QuestionFiles({
  viewer,
  draft,
  question,
}: ReportPageProps & { question: Extract<Question, { kind: 'file' }> }) {
  const { id, label, hint, required, many } = question;
  const name = `form[${id}]`;
  return (
    <>
      <FileField
        name={name}
        label={label}
        hint={`${hint}（PDF、写真、Excel、Word。一つ20MBまで）`}
        required={required}
        accept=".pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx"
        multiple={many}
        sendTo={reportUrl(viewer, draft.report.id, 'files')}
      />
      <div data-files-of={name}>
        <AddedReportFiles viewer={viewer} draft={draft} kind={id} label={label} />
      </div>
      <div data-instead-of-sending={name}>
        <StayButton kind="secondary" act={`attach:${id}`} place={name}>
          選んだ書類を添える<VisuallyHidden>：{label}</VisuallyHidden>
        </StayButton>
      </div>
    </>
  );
}
