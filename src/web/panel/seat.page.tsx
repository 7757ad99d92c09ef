import type { SeatMeeting } from '../../panels/index.js';
import { ButtonLink, EmptyState, Notice, Section, StatusTag, TaskList, type Viewer } from '../shared/index.js';
import type { PanelVerificationLine } from '../../verifications/index.js';
import { PanelMaterials } from '../shared/panel-materials.js';
import { calledInWords, MEETING_STATE, meetingName, slotInWords, timesInWords } from '../shared/panel-words.js';
import { PastVerifications, VerificationsList } from './verifications/verifications-list.js';

interface SeatPageProps {
  readonly viewer: Viewer;
  readonly meetings: readonly SeatMeeting[];
  readonly verifications: readonly PanelVerificationLine[];
}

/** What a member is asked: verifications to answer, and the meetings with the cases to score. */
export function SeatPage({ viewer, meetings, verifications }: SeatPageProps) {
  // A meeting that was called for the verifications alone has nothing to score.
  const asked = new Set(verifications.map(({ sitting }) => sitting.meetingId));
  const [open, past] = [verifications.filter(isOpen), verifications.filter((line) => !isOpen(line))];
  const scored = meetings.filter(({ meeting, cases }) => cases.length > 0 || !asked.has(meeting.id));
  return (
    <>
      {open.length > 0 && <VerificationsList viewer={viewer} lines={open} />}
      {(scored.length > 0 || verifications.length === 0) && <Scoring viewer={viewer} meetings={scored} />}
      {past.length > 0 && <PastVerifications viewer={viewer} lines={past} />}
    </>
  );
}

const isOpen = ({ verification }: PanelVerificationLine): boolean => verification.state === 'open';

function Scoring({ viewer, meetings }: Pick<SeatPageProps, 'viewer' | 'meetings'>) {
  if (meetings.length === 0) {
    return (
      <EmptyState title="審査会はまだ開かれていません。">
        <p>開催が決まると、採点するものがここに並びます。</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p>
        内容を読み、発表があるときは聞いて、採点表に記入します。記入した内容は自動で保存され、採点が締め切られるまで何度でも直せます。
        利害関係のあるものは、ここには並びません。
      </p>
      {meetings.map((each) => (
        <MeetingSection viewer={viewer} seen={each} key={each.meeting.id} />
      ))}
    </>
  );
}

function MeetingSection({ viewer, seen }: { viewer: Viewer; seen: SeatMeeting }) {
  const { panel, meeting, role, cases, materials, scans, slots, words } = seen;
  const state = MEETING_STATE[meeting.state];
  const complete = cases.filter((each) => each.state === 'complete').length;
  const isScored = meeting.state === 'scoring' && cases.length > 0;
  return (
    <Section
      title={meetingName(panel, meeting)}
      actions={cases.length > 0 && <StatusTag tone={state.tone}>{state.label}</StatusTag>}
      key={meeting.id}
    >
      <p>
        {calledInWords(meeting)}
        {meeting.presentation && `（1件につき${timesInWords(meeting.presentation)}）`}
      </p>
      {materials.length > 0 && (
        <>
          <h3>全体の資料</h3>
          <PanelMaterials {...{ materials, scans }} href={(id) => viewer.url(`panel/materials/${id}`)} />
        </>
      )}
      {cases.length === 0 ? (
        <EmptyState title={`採点する${words.thing}はまだありません。`} />
      ) : (
        <>
          {isScored && complete === cases.length ? (
            <Notice tone="success" title={`${String(cases.length)}件すべての採点表がそろいました`} />
          ) : (
            <p>{`${String(cases.length)}件のうち${String(complete)}件の採点表がそろいました。`}</p>
          )}
          <TaskList
            tasks={cases.map(({ item, filled, state: progress }) => ({
              label: item.title,
              href: viewer.url(`panel/cases/${item.id}`),
              hint: [
                slotInWords(slots.get(item.id)),
                item.title === item.organizationName ? '' : item.organizationName,
                item.reference,
              ]
                .filter((part) => part !== '')
                .join('　'),
              ...statusOf(progress, filled, item.rubric.criteria.length),
            }))}
          />
        </>
      )}
      {isScored && role === 'chair' && (
        <p>
          <ButtonLink kind="secondary" small href={viewer.url(`panel/meetings/${meeting.id}/closing`)}>
            採点を締め切る
          </ButtonLink>
        </p>
      )}
    </Section>
  );
}

function statusOf(state: SeatMeeting['cases'][number]['state'], filled: number, criteria: number) {
  if (state === 'complete') return { status: '記入済み', tone: 'success' } as const;
  if (state === 'blank') return { status: '未記入', tone: 'neutral' } as const;
  return { status: `記入中（${String(criteria)}項目のうち${String(filled)}項目）`, tone: 'info' } as const;
}
