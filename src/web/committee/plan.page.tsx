import { planIn, type ApplicationDraft } from '../../applications/index.js';
import { TextArea, type Viewer } from '../shared/index.js';
import { ParkedHere, PointsHere, SectionForm } from './section-parts.js';

/** 年間の計画: the questions of the programme, each with its point and what another officer typed. */
export function PlanPage({ viewer, draft }: { viewer: Viewer; draft: ApplicationDraft }) {
  const { application, document, sections } = draft;
  const answers = planIn(sections.plan);
  return (
    <SectionForm viewer={viewer} applicationId={application.id} name="plan" version={sections.plan.version}>
      {document.planQuestions.map(({ id, label, hint, maxLength, required }) => (
        <div class="question" key={id}>
          <PointsHere draft={draft} section="plan" pointer={`plan.${id}`} />
          <TextArea
            name={`plan[${id}]`}
            label={label}
            hint={`${hint}（${String(maxLength)}文字まで）`}
            required={required}
            rows={maxLength > 500 ? 8 : 4}
            value={answers[id]}
          />
          <ParkedHere parked={sections.plan.parked} field={id} label={label} />
        </div>
      ))}
    </SectionForm>
  );
}
