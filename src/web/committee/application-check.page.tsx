import type { ApplicationDraft } from '../../applications/index.js';
import { Button, ButtonRow, Form, Hidden, messageFor, Notice, Section, Steps, type Viewer } from '../shared/index.js';
import { ApplicationContent } from '../shared/application-content.js';
import { applicationPath, mendingHref, SECTION_WORDS } from './application-words.js';

/** Everything that will be sent, once more; the button stands there only when nothing is missing. */
export function ApplicationCheckPage({ viewer, draft }: { viewer: Viewer; draft: ApplicationDraft }) {
  const { application, content, digest, faults } = draft;
  const { id } = application;
  return (
    <>
      <Steps current={SECTION_WORDS.length + 1} total={SECTION_WORDS.length + 1} label="確かめて提出" />
      {faults.length > 0 && <Missing viewer={viewer} draft={draft} />}
      <ApplicationContent
        content={content}
        fileHref={(sha256) => viewer.url(applicationPath(id, 'files', sha256))}
        changeHref={(section) => viewer.url(applicationPath(id, section))}
      />
      {faults.length === 0 && (
        <Section title="提出">
          <p>提出すると、担当課の審査が始まります。審査の間は内容を変えられません。</p>
          <Form action={viewer.url(applicationPath(id, 'submission'))} once>
            <Hidden name="checkedDigest" value={digest} />
            <ButtonRow>
              <Button>この内容で提出する</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}

function Missing({ viewer, draft: { application, faults, points } }: { viewer: Viewer; draft: ApplicationDraft }) {
  return (
    <Notice tone="warning" title={`提出までに、あと${String(faults.length)}か所あります`}>
      <ul>
        {faults.map(({ pointer, code, params }) => {
          const words = messageFor(code, params);
          const place = points.find(({ id }) => pointer === `pointAnswers.${id}`)?.pointer ?? pointer;
          const section = SECTION_WORDS.find(({ name }) => name === place.split('.')[0]);
          return (
            <li key={pointer + code}>
              {section ? <a href={mendingHref(viewer, application.id, pointer, section.name)}>{words}</a> : words}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
