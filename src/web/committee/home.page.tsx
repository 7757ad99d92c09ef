import type { SubmissionWindow } from '../../applications/index.js';
import { EmptyState, Section, TaskList, type Viewer } from '../shared/index.js';
import { HandoverNotice } from './handover.page.js';
import { EndNotices } from '../shared/deadline.js';
import { CaseTable } from './applications.page.js';
import { homeTasks, type CommitteeHome } from './home-tasks.js';

/** The first page of an organisation: what to do now, then where its cases stand. */
export function CommitteeHomePage({ viewer, home }: { viewer: Viewer; home: CommitteeHome }) {
  const tasks = homeTasks(viewer, home);
  return (
    <>
      {endsOf(home).map(({ name, window }) => (
        <EndNotices name={name} window={window} now={home.now} key={name} />
      ))}
      <Section title="いますること">
        {tasks.length === 0 ? (
          <EmptyState title="いますることはありません。">
            <p>新しいお知らせや手続きがあると、ここに出ます。</p>
          </EmptyState>
        ) : (
          <TaskList tasks={tasks} />
        )}
      </Section>
      <HandoverNotice viewer={viewer} home={home} />
      <Section title="申請の状況">
        <CaseTable viewer={viewer} cases={home.cases} />
      </Section>
    </>
  );
}

/** What is open to the organisation, and what it writes although nobody else could begin it any more; each end once. */
function endsOf({ open, cases, drafts }: CommitteeHome): { name: string; window: SubmissionWindow }[] {
  const written = cases.flatMap(({ id, title }) => {
    const window = drafts.get(id);
    return window ? [{ name: title, window }] : [];
  });
  const fresh = open.filter(({ begun }) => begun === 0);
  return [...written, ...fresh.map(({ document, window }) => ({ name: document.name, window }))];
}
