import { EmptyState, Section, TaskList, type Viewer } from '../shared/index.js';
import { CaseTable } from './applications.page.js';
import { homeTasks, type CommitteeHome } from './home-tasks.js';

/** The first page of an organisation: what to do now, then where its cases stand. */
export function CommitteeHomePage({ viewer, home }: { viewer: Viewer; home: CommitteeHome }) {
  const tasks = homeTasks(viewer, home);
  return (
    <>
      <Section title="いますること">
        {tasks.length === 0 ? (
          <EmptyState title="いますることはありません。">
            <p>新しいお知らせや手続きがあると、ここに出ます。</p>
          </EmptyState>
        ) : (
          <TaskList tasks={tasks} />
        )}
      </Section>
      <Section title="申請の状況">
        <CaseTable viewer={viewer} cases={home.cases} />
      </Section>
    </>
  );
}
