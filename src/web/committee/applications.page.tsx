import type { StartableProgram } from '../../applications/index.js';
import type { CaseItem } from '../../cases/index.js';
import {
  Card,
  CardGrid,
  ButtonLink,
  DataTable,
  Day,
  EmptyState,
  Money,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { BlankFormLink } from '../shared/blank-form-link.js';
import { Named } from '../shared/case-name.js';
import { PHASE_WORDS } from '../shared/case-words.js';
import { deadlineInWords, EndNotices } from '../shared/deadline.js';
import { ThreadLink } from '../shared/thread.js';
import { applicationUrl, messagesPath, roomInWords } from './application-words.js';

interface ApplicationsPageProps {
  readonly viewer: Viewer;
  readonly open: readonly StartableProgram[];
  readonly cases: readonly CaseItem[];
  readonly now: Date;
}

/** Programmes that can be applied for today, and every application of the organisation. */
export function ApplicationsPage({ viewer, open, cases, now }: ApplicationsPageProps) {
  const startable = open.filter(({ room }) => room);
  return (
    <>
      <Section title="いま申請できる補助制度">
        {startable.length === 0 ? (
          <EmptyState
            title={
              open.length > 0
                ? '受付中の補助制度には、すべて申請を始めています。'
                : 'いま受付中の補助制度はありません。'
            }
          />
        ) : (
          <CardGrid>
            {startable.map(({ id, document, window, begun }) => (
              <Card title={document.name} key={id}>
                <p>{document.purpose}</p>
                <p>受付：{deadlineInWords({ deadline: window.until, now })}</p>
                {begun > 0 && <p>{roomInWords(document, begun)}</p>}
                <EndNotices window={window} now={now} />
                <ButtonLink href={viewer.url(`committee/applications/new/${id}`)}>内容を見て始める</ButtonLink>
                <p>
                  <BlankFormLink viewer={viewer} versionId={id} name={document.name} />
                </p>
              </Card>
            ))}
          </CardGrid>
        )}
      </Section>
      <Section title="これまでの申請">
        <CaseTable viewer={viewer} cases={cases} />
      </Section>
    </>
  );
}

/** The organisation's cases, each with what happens next to it. */
export function CaseTable({ viewer, cases }: { viewer: Viewer; cases: readonly CaseItem[] }) {
  return (
    <DataTable
      caption="申請の一覧"
      captionHidden
      cards
      empty="申請はまだありません。"
      rows={cases}
      columns={[
        {
          label: '申請',
          cell: ({ id, title, programName }) => (
            <a href={applicationUrl(viewer, id)}>
              <Named title={title} program={programName} />
            </a>
          ),
        },
        {
          label: '状態',
          tight: true,
          cell: (item) => <StatusTag tone={PHASE_WORDS[item.phase].tone}>{PHASE_WORDS[item.phase].label}</StatusTag>,
        },
        { label: '金額', align: 'end', tight: true, cell: (item) => <Money yen={item.amount} /> },
        { label: '期限・予定日', tight: true, cell: (item) => <Day date={item.dueOn} /> },
        {
          label: '担当課との連絡',
          tight: true,
          cell: (item) => (
            <ThreadLink href={viewer.url(messagesPath(item.id))} unread={item.unreadByCommittee} about={item.title} />
          ),
        },
      ]}
    />
  );
}
