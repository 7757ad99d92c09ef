import { askedIn, sectionNamed, type FormSection } from '../../forms/index.js';
import { Questions } from '../shared/sections/question-block.js';
import { QuestionFiles } from '../shared/sections/question-files.js';
import { AddedReportFiles, ReportSectionForm, type ReportPageProps } from './report-parts.js';
import { reportUrl } from './report-words.js';
import { PointsHere } from './section-parts.js';

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
      <Questions
        form={section}
        section={sectionNamed(draft.sections, section.id)}
        asked={askedIn(draft.asked.form, draft.sections)}
        more={more}
        above={({ id }) => <PointsHere draft={draft} section={section.id} pointer={`form.${id}`} />}
        files={(question) => (
          <QuestionFiles question={question} sendTo={reportUrl(viewer, draft.report.id, 'files')}>
            <AddedReportFiles viewer={viewer} draft={draft} kind={question.id} label={question.label} />
          </QuestionFiles>
        )}
      />
    </ReportSectionForm>
  );
}
