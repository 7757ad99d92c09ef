import {
  actInWords,
  verbOf,
  type Draft,
  type DraftAct,
  type DraftPage,
  type DraftStep,
} from '../../approvals/index.js';
import { Moment, Prose, TaskList, Timeline, type Task } from '../shared/index.js';

/** The posts in their order: who acted, whose turn it is, who holds the posts to come. */
export function RouteSteps({ view }: { view: DraftPage }) {
  return <TaskList tasks={view.draft.steps.map((step) => taskOf(view, step))} />;
}

const ROLE_NOTE: Readonly<Record<DraftStep['role'], string>> = { approve: '', consult: '（合議）', inform: '（供覧）' };

/** `代決 コミュニティ推進係長 津古 見本` where somebody acted for another. */
const nameIn = ({ cover, ownPostName, staffName }: DraftAct): string => {
  if (cover === null) return staffName;
  return `${cover === 'passed' ? '次の職' : '代決'}　${ownPostName ?? ''} ${staffName}`;
};

function taskOf({ draft, holders }: DraftPage, step: DraftStep): Task {
  const act = draft.acts.find(({ id }) => id === step.actId);
  const label = `${String(step.ordinal)}. ${step.postName}${ROLE_NOTE[step.role]}`;
  if (act?.kind === 'differed') return { label, hint: act.staffName, status: '意見あり', tone: 'warning' };
  if (act) return { label, hint: nameIn(act), status: `${verbOf(draft, step)}済み`, tone: 'success' };
  const hint = (holders.get(step.postId) ?? []).join('、') || '在職者なし';
  if (step.position === draft.position && step.role !== 'inform')
    return { label, hint, status: 'いまここ', tone: 'info' };
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
            {act.cover !== null && act.ownPostName !== null && `（${act.ownPostName}）`}
            {act.recordedBy !== null && `（紙の決裁、入力：${act.recordedBy}）`}
            {act.comment !== '' && <Prose text={act.comment} />}
          </>
        ),
      }))}
    />
  );
}
