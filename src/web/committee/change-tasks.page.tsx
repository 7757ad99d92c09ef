import { BUDGET } from '../../applications/index.js';
import { REASON, type AmendmentDraft, type Change, type KeptPaper } from '../../grant-changes/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Day,
  Details,
  Figure,
  FigureRow,
  Form,
  Money,
  Notice,
  Section,
  TaskList,
  type Task,
  type Viewer,
} from '../shared/index.js';
import { ChangePapers } from './change-papers.js';
import { changeUrl, partOf, partsOf, partWords } from './change-parts.js';

interface ChangeTasksProps {
  readonly viewer: Viewer;
  readonly draft: AmendmentDraft;
  readonly papers: readonly KeptPaper[];
}

/** What is to be written of an amendment, what it comes to so far, and the papers that go with it. */
export function ChangeTasksPage({ viewer, draft, papers }: ChangeTasksProps) {
  const { change, grant, amended, faults } = draft;
  const { document } = amended;
  return (
    <>
      <ReturnedNotice change={change} />
      <FigureRow>
        <Figure label="いまの交付決定額">
          <Money yen={grant.amountInForce} />
        </Figure>
        <Figure
          label="変更後の額（計算）"
          note={draft.increase ? '増額を求めています' : 'いまの額までで計算しています'}
        >
          <Money yen={amended.figures.working.total} />
        </Figure>
      </FigureRow>
      <Section title="すること">
        <TaskList
          tasks={[
            ...partsOf(document).map((name): Task => ({
              label: partWords(document, name).title,
              href: changeUrl(viewer, change.id, 'parts', name),
              ...statusOf(draft, name),
            })),
            {
              label: '確かめて提出する',
              href: changeUrl(viewer, change.id, 'check'),
              ...(faults.length === 0
                ? { status: '提出できます', tone: 'success' as const }
                : { status: `あと${String(faults.length)}か所`, tone: 'neutral' as const }),
            },
          ]}
        />
      </Section>
      <ChangePapers viewer={viewer} change={change} papers={papers} />
      <GiveUp viewer={viewer} change={change} />
    </>
  );
}

function statusOf(draft: AmendmentDraft, name: string): Pick<Task, 'status' | 'tone'> {
  const missing = draft.faults.filter(({ pointer }) => partOf(draft, pointer) === name).length;
  if (missing > 0) return { status: name === REASON ? '未記入' : `あと${String(missing)}か所`, tone: 'warning' };
  const changed =
    name === REASON ||
    draft.amended.changes.some(({ pointer }) => partOf(draft, pointer) === name && pointer !== BUDGET);
  return changed
    ? { status: name === REASON ? '記入済み' : '変更あり', tone: 'success' }
    : { status: '変更なし', tone: 'neutral' };
}

/** What the section asks for, above everything else. */
export function ReturnedNotice({ change: { state, returnNote, correctBy } }: { change: Change }) {
  if (state !== 'returned') return null;
  return (
    <Notice tone="warning" title="担当課から、直してほしい点が届いています">
      <p class="prose">{returnNote}</p>
      <p>
        期限：
        <Day date={correctBy} />
      </p>
    </Notice>
  );
}

/** Taking back is told what it does before it is done. */
export const GiveUp = ({ viewer, change }: { viewer: Viewer; change: Change }) => (
  <Details summary="この手続きをやめる">
    <p>書いた内容は使われなくなり、交付決定の内容は変わりません。</p>
    <Form action={viewer.url(`committee/grants/changes/${change.id}/withdrawal`)} label="この手続きをやめる">
      <ButtonRow>
        <Button kind="danger" small>
          やめる（取り下げる）
        </Button>
        <ButtonLink kind="quiet" small href={viewer.url(`committee/grants/${change.grantId}`)}>
          あとで続ける
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Details>
);
