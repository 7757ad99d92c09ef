import type { MeetingAct, MeetingView } from '../../panels/index.js';
import {
  Figure,
  FigureRow,
  Moment,
  Section,
  StatusTag,
  SubNavigation,
  Timeline,
  type Viewer,
} from '../shared/index.js';
import { calledInWords, MEETING_STATE, timesInWords } from '../shared/panel-words.js';

export interface MeetingPageProps {
  readonly viewer: Viewer;
  readonly view: MeetingView;
  /** 担当 acts; everybody else of the town hall reads. */
  readonly mayAct: boolean;
  /** What a refused form held. */
  readonly typed: unknown;
}

export type MeetingPart = 'agenda' | 'results' | 'record';

/** Where the meeting stands, and the way to its other pages. */
export function MeetingHead({
  viewer,
  view: { meeting, members, cases },
  here,
}: MeetingPageProps & { here: MeetingPart }) {
  const isIdle = meeting.state === 'scoring' && cases.length === 0;
  const { label, tone } = isIdle ? ({ label: '議題なし', tone: 'neutral' } as const) : MEETING_STATE[meeting.state];
  const path = `staff/panel-meetings/${meeting.id}`;
  const present = members.length - meeting.absent.length;
  return (
    <>
      <FigureRow>
        <Figure label="状態" note={calledInWords(meeting)}>
          <StatusTag tone={tone}>{label}</StatusTag>
        </Figure>
        {meeting.presentation && (
          <Figure label="1件の時間" note={timesInWords(meeting.presentation)}>
            {meeting.presentation.talk + meeting.presentation.questions}分
          </Figure>
        )}
        <Figure label="議題">{cases.length}件</Figure>
        <Figure
          label="委員"
          note={
            meeting.state === 'scoring' ? undefined : `出席${String(present)}人、欠席${String(meeting.absent.length)}人`
          }
        >
          {members.length}人
        </Figure>
      </FigureRow>
      <SubNavigation
        label="この回のページ"
        items={[
          { label: '議題と採点', href: viewer.url(path), current: here === 'agenda' },
          { label: '結果', href: viewer.url(`${path}/results`), current: here === 'results' },
          { label: '議事と講評', href: viewer.url(`${path}/record`), current: here === 'record' },
        ]}
      />
    </>
  );
}

const ACT_WORDS: Readonly<Record<MeetingAct['kind'], string>> = {
  moved: '日時・会場などを変えました',
  ordered: '順番を変えました',
  told: '発表する人に知らせました',
  'taken-off': '議題から外しました',
  closed: '採点を締め切りました',
  reopened: '採点の締切りを解除しました',
  settled: '同点の順番を決めました',
  confirmed: '結果を確定しました',
};

/** What was done at the meeting, by whom and why. */
export function MeetingActs({ acts }: { acts: readonly MeetingAct[] }) {
  if (acts.length === 0) return null;
  return (
    <Section title="経過">
      <Timeline
        events={acts.map(({ kind, reason, madeAt, madeBy }) => ({
          at: <Moment at={madeAt} />,
          what: (
            <>
              {ACT_WORDS[kind]}（{madeBy}）{reason !== '' && <p>{reason}</p>}
            </>
          ),
        }))}
      />
    </Section>
  );
}
