import { declarationsIn, type ApplicationDraft } from '../../applications/index.js';
import { Checkbox, type Viewer } from '../shared/index.js';
import { PointsHere, SectionForm } from './section-parts.js';

/** 誓約: each sentence is read and ticked on its own. */
export function DeclarationsPage({ viewer, draft }: { viewer: Viewer; draft: ApplicationDraft }) {
  const { application, document, sections } = draft;
  const ticked = declarationsIn(sections.declarations);
  return (
    <SectionForm
      viewer={viewer}
      applicationId={application.id}
      name="declarations"
      version={sections.declarations.version}
    >
      {document.declarations.map(({ id }) => (
        <PointsHere draft={draft} section="declarations" pointer={`declarations.${id}`} key={id} />
      ))}
      <div class="declarations">
        {document.declarations.map(({ id, text }) => (
          <Checkbox name={`declarations[${id}]`} label={text} required checked={ticked.includes(id)} key={id} />
        ))}
      </div>
    </SectionForm>
  );
}
