import type { ApplicationDraft } from '../../applications/index.js';
import type { Fault } from '../../kernel/domain-error.js';
import { Button, ButtonRow, Form, Hidden, messageFor, Notice, Section, Steps, type Viewer } from '../shared/index.js';
import { BeingEntered, PaperNotice } from '../shared/paper.js';
import { ApplicationContent } from '../shared/application-content.js';
import {
  applicationUrl,
  filesOf,
  mendingHref,
  sectionFor,
  sectionUrl,
  sectionsOf,
  sectionWords,
} from './application-words.js';

/** Everything that will be sent, once more; the button stands there only when nothing is missing. */
export function ApplicationCheckPage({ viewer, draft }: { viewer: Viewer; draft: ApplicationDraft }) {
  const { application, content, digest, document, faults } = draft;
  const { id } = application;
  const forStaff = viewer.desk === 'staff';
  const steps = sectionsOf(document).length + 1;
  return (
    <>
      <Steps current={steps} total={steps} label={forStaff ? '確かめて受付' : '確かめて提出'} />
      {forStaff ? <BeingEntered draft={draft} /> : <PaperNotice application={application} />}
      {faults.length > 0 && <Missing viewer={viewer} draft={draft} />}
      <ApplicationContent
        content={content}
        access={filesOf(viewer, id, draft.scans)}
        changeHref={(section) => sectionUrl(viewer, id, section)}
      />
      {faults.length === 0 && (
        <Section title={forStaff ? '受付' : '提出'}>
          <p>
            {forStaff
              ? '紙の申請書と一字ずつ見比べてください。受け付けると、収受番号が付き、審査を始められます。'
              : '提出すると、担当課の審査が始まります。審査の間は内容を変えられません。'}
          </p>
          <Form action={applicationUrl(viewer, id, 'submission')} once>
            <Hidden name="checkedDigest" value={digest} />
            <ButtonRow>
              <Button>{forStaff ? 'この内容で受け付ける' : 'この内容で提出する'}</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}

/** One line for each thing that is missing, under the name of its section; the same sentence several times is said once. */
function Missing({ viewer, draft }: { viewer: Viewer; draft: ApplicationDraft }) {
  const lines = new Map<string, { readonly href: string | null; readonly count: number }>();
  for (const fault of draft.faults) {
    const { words, href } = missingLine(viewer, draft, fault);
    const known = lines.get(words);
    lines.set(words, known ? { ...known, count: known.count + 1 } : { href, count: 1 });
  }
  return (
    <Notice
      tone="warning"
      title={`${viewer.desk === 'staff' ? '受付' : '提出'}までに、あと${String(draft.faults.length)}か所あります`}
    >
      <ul>
        {[...lines].map(([words, { href, count }]) => (
          <li key={words}>
            {href ? <a href={href}>{words}</a> : words}
            {count > 1 && `（${String(count)}か所）`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function missingLine(viewer: Viewer, draft: ApplicationDraft, { pointer, code, params }: Fault) {
  const section = sectionFor(draft, pointer);
  const sentence = messageFor(code, params);
  if (section === null) return { words: sentence, href: null };
  return {
    words: `${sectionWords(draft.document, section).title}：${sentence}`,
    href: mendingHref(viewer, draft.application.id, section, pointer),
  };
}
