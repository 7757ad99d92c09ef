import type { NearCase } from '../../cases/index.js';
import { DataTable, Day, EmptyState, Figure, FigureRow, Section, StatusTag, type Viewer } from '../shared/index.js';
import { PHASE_WORDS } from '../shared/case-words.js';
import { ThreadLink } from '../shared/thread.js';

interface DeadlinesPageProps {
  readonly viewer: Viewer;
  readonly near: readonly NearCase[];
  readonly reminderDays: readonly number[];
  /** Organisations that no mail reaches. */
  readonly withoutMail: ReadonlySet<string>;
}

export function DeadlinesPage(props: DeadlinesPageProps) {
  const { near, reminderDays } = props;
  const programs = new Map(near.map(({ programId, programName }) => [programId, programName]));
  const days = [...reminderDays].sort((one, other) => other - one).map((each) => `${String(each)}日前`);
  return (
    <>
      <p>
        まだ提出されていない申請と実績報告のうち、締切が近いものです。実績報告は、過ぎたものも載せます。
        {days.length > 0 && `締切の${days.join('と')}の朝に、1団体に1日1通のメールでお知らせします。`}
      </p>
      {programs.size === 0 && <EmptyState title="締切が近い下書きはありません。" />}
      {[...programs].map(([id, name]) => (
        <ProgramDeadlines {...props} name={name} cases={near.filter(({ programId }) => programId === id)} key={id} />
      ))}
    </>
  );
}

function ProgramDeadlines({
  viewer,
  withoutMail,
  name,
  cases,
}: DeadlinesPageProps & { name: string; cases: readonly NearCase[] }) {
  const count = (wanted: NearCase['phase']): string =>
    `${String(cases.filter(({ phase }) => phase === wanted).length)}件`;
  return (
    <Section title={name}>
      <FigureRow>
        <Figure label="下書き">{count('drafting')}</Figure>
        <Figure label="補正待ち">{count('returned')}</Figure>
        <Figure label="実績報告">{count('reporting')}</Figure>
      </FigureRow>
      <DataTable
        caption={`${name}の締切が近い下書き`}
        captionHidden
        cards
        empty="ありません。"
        rows={cases}
        columns={[
          { label: '締切', tight: true, cell: ({ dueOn }) => <Day date={dueOn} /> },
          { label: '団体', heading: true, cell: ({ organizationName }) => organizationName },
          {
            label: '状態',
            tight: true,
            cell: ({ phase }) => <StatusTag tone={PHASE_WORDS[phase].tone}>{PHASE_WORDS[phase].label}</StatusTag>,
          },
          {
            label: '最後のお知らせ',
            tight: true,
            cell: ({ remindedOn, organizationId }) =>
              withoutMail.has(organizationId) ? 'メールの登録なし' : <Day date={remindedOn} />,
          },
          {
            label: '連絡',
            tight: true,
            cell: ({ id, organizationName, unreadByStaff }) => (
              <ThreadLink href={viewer.url(`staff/messages/${id}`)} unread={unreadByStaff} about={organizationName} />
            ),
          },
        ]}
      />
    </Section>
  );
}
