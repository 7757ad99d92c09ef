import { askedIn, sectionNamed, splitField, type FormSection, type Question } from '../../forms/index.js';
import { BYLAWS, sectionOf, type ApplicationDraft } from '../../applications/index.js';
import type { Viewer } from '../shared/index.js';
import { QuestionField } from './question-field.js';
import { answerInWords, ParkedHere, PointsHere, SectionForm } from './section-parts.js';

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
      {section.questions.map((question) => (
        <QuestionBlock
          viewer={viewer}
          draft={draft}
          section={section}
          question={question}
          asked={asked.has(question.id)}
          more={more}
          key={question.id}
        />
      ))}
    </SectionForm>
  );
}

/**
 * A question that is not asked stands on the page unseen: its fields keep what was typed there, and the script can show
 * them at once. Without the script the next save shows them, because the page says which it held back.
 */
function QuestionBlock({
  viewer,
  draft,
  section,
  question,
  asked,
  more,
}: FormSectionPageProps & { question: Question; asked: boolean }) {
  const { id, label, when } = question;
  const { fields, parked } = sectionNamed(draft.sections, section.id);
  const condition = when ? { 'data-when': `form[${when.question}]`, 'data-is': when.is } : {};
  return (
    <div class={`question question-${question.kind}`} hidden={!asked} {...condition}>
      {!asked && <input type="hidden" name={`unseen[${id}]`} value="yes" data-unseen />}
      <PointsHere draft={draft} section={section.id} pointer={`form.${id}`} />
      <QuestionField viewer={viewer} draft={draft} question={question} fields={fields} more={more} />
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
