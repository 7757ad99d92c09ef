import type { Draft, DraftPage, DraftStep } from '../../approvals/index.js';
import { Moment, Prose, TaskList, Timeline, type Task } from '../shared/index.js';
import { actInWords, verbOf } from './draft-words.js';

/** The posts in their order: who acted, whose turn it is, who holds the posts to come. */
export function RouteSteps({ view }: { view: DraftPage }) {
  return <TaskList tasks={view.draft.steps.map((step) => taskOf(view, step))} />;
}

function taskOf({ draft, holders }: DraftPage, step: DraftStep): Task {
  const act = draft.acts.find(({ id }) => id === step.actId);
  const label = `${String(step.position)}. ${step.postName}${step.role === 'consult' ? '（合議）' : ''}`;
  if (act) return { label, hint: act.staffName, status: `${verbOf(draft, step)}済み`, tone: 'success' };
  const hint = (holders.get(step.postId) ?? []).join('、') || '在職者なし';
  if (step.position === draft.position) return { label, hint, status: 'いまここ', tone: 'info' };
  return { label, hint, status: `${verbOf(draft, step)}前` };
}

/** Everything that happened to the draft, oldest first. */
export function ActTrail({ draft }: { draft: Draft }) {
  return (
    <Timeline
      events={draft.acts.map((act) => ({
        at: <Moment at={act.actedAt} />,
        what: (
          <>
            <strong>{actInWords(draft, act)}</strong>　{act.postName} {act.staffName}
            {act.joinedActId !== null && '（前の職と兼ねて）'}
            {act.comment !== '' && <Prose text={act.comment} />}
          </>
        ),
      }))}
    />
  );
}
