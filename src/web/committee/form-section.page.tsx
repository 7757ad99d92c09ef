import { askedIn, sectionNamed, type FormSection, type Question } from '../../forms/index.js';
import { BYLAWS, sectionOf, type ApplicationDraft } from '../../applications/index.js';
import type { Viewer } from '../shared/index.js';
import { Questions } from '../shared/sections/question-block.js';
import { ApplicationFiles } from './question-files.js';
import { PointsHere, SectionForm } from './section-parts.js';

interface FormSectionPageProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  readonly section: FormSection;
  readonly more?: string | undefined;
}

/** The 規約 are no answer of the form; what is said of them is answered where the first files are added. */
const BYLAWS_PLACE = `files.${BYLAWS}`;

/** A section of the programme's form: its questions in order, each with its points and what another officer typed. */
export function FormSectionPage({ viewer, draft, section, more }: FormSectionPageProps) {
  const asked = askedIn(draft.document.form, draft.sections);
  return (
    <SectionForm
      viewer={viewer}
      draft={draft}
      name={section.id}
      upload={section.questions.some(({ kind }) => kind === 'file')}
    >
      {sectionOf(draft.document.form, BYLAWS_PLACE) === section.id && (
        <PointsHere draft={draft} section={section.id} pointer={BYLAWS_PLACE} />
      )}
      <Questions
        form={section}
        section={sectionNamed(draft.sections, section.id)}
        asked={asked}
        more={more}
        above={({ id }) => <PointsHere draft={draft} section={section.id} pointer={`form.${id}`} />}
        files={(question) => <ApplicationFiles viewer={viewer} draft={draft} question={question} />}
        worded={(question) => asSeen(viewer, question)}
      />
    </SectionForm>
  );
}

/** Staff do not agree for others: they confirm that the paper bears the mark. */
const asSeen = <Asked extends Question>({ desk }: Viewer, question: Asked): Asked =>
  desk === 'staff' && question.kind === 'declaration'
    ? { ...question, text: `紙に同意の印があります：${question.text}` }
    : question;
