import { REPORT_TITLES } from '../../grant-changes/index.js';
import type { GrantView } from '../../grants/index.js';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import {
  DataTable,
  Day,
  EmptyState,
  Money,
  Notice,
  Section,
  StatusTag,
  TaskList,
  type Viewer,
} from '../shared/index.js';
import { CHANGE_STATE, REPORT_STATE, titleOf } from '../shared/change-words.js';
import { grantStanding } from '../shared/grant-facts.js';
import { homeTasks, type CommitteeHome } from './home-tasks.js';
import { townWord } from '../shared/head-words.js';

/** As long as somebody counts as new: until the summer, after the general meetings of spring. */
const NEW_FOR_DAYS = 120;

const isRecent = (day: LocalDate | null, today: LocalDate): boolean =>
  day !== null && addDays(day, NEW_FOR_DAYS) >= today;

/** Shown on the first page to those whose term has just begun, and to everybody while an old term has just ended. */
export function HandoverNotice({ viewer, home }: { viewer: Viewer; home: CommitteeHome }) {
  const { me, formers, today } = home;
  const before = formers.filter(({ until }) => isRecent(until, today));
  if (before.length === 0 || !isRecent(me?.termFrom ?? null, today)) {
    return (
      <p>
        <a href={viewer.url('committee/handover')}>引継ぎのページ</a>
        <span class="hint">　役員が代わるときに、残っている手続きを確かめられます。</span>
      </p>
    );
  }
  return (
    <Notice tone="info" title="役員が代わりました">
      <p>
        {before.map(({ role, name }) => `${role}の${name}さん`).join('、')}から引き継いだ手続きを、
        <a href={viewer.url('committee/handover')}>引継ぎのページ</a>で確かめてください。
      </p>
    </Notice>
  );
}

interface HandoverProps {
  readonly viewer: Viewer;
  readonly home: CommitteeHome;
  readonly grants: readonly GrantView[];
}

/** What new officers take over: what is to do, the grants that run, and who served before. */
export function HandoverPage({ viewer, home, grants }: HandoverProps) {
  const tasks = homeTasks(viewer, home);
  const waiting = awaitingTown(viewer, home);
  return (
    <>
      <Section title={`残っている手続き（${String(tasks.length)}件）`}>
        {tasks.length === 0 ? <EmptyState title="残っている手続きはありません。" /> : <TaskList tasks={tasks} />}
      </Section>
      <Section title={`${townWord(viewer.town)}の返事を待っている手続き（${String(waiting.length)}件）`}>
        {waiting.length === 0 ? (
          <p>{townWord(viewer.town)}の返事を待っている手続きはありません。</p>
        ) : (
          <ul>
            {waiting.map(({ label, href, state }) => (
              <li key={href}>
                <a href={href}>{label}</a>　{state}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="決定した補助金">
        <Grants viewer={viewer} grants={grants} />
      </Section>
      <Section title="前の役員">
        <DataTable
          caption="前の役員"
          captionHidden
          cards
          empty="前の役員の記録はありません。"
          rows={home.formers}
          columns={[
            { label: '氏名', cell: ({ name }) => name },
            { label: '役職', tight: true, cell: ({ role }) => role },
            { label: '任期の始まり', tight: true, cell: ({ termFrom }) => <Day date={termFrom} /> },
            { label: '務めた終わりの日', tight: true, cell: ({ until }) => <Day date={until} /> },
          ]}
        />
      </Section>
      <Section title="いまの役員">
        <DataTable
          caption="いまの役員"
          captionHidden
          cards
          empty="役員が登録されていません。"
          rows={home.officers}
          columns={[
            {
              label: '氏名',
              cell: ({ name, isRepresentative }) => (
                <>
                  {name} {isRepresentative && <StatusTag tone="info">代表者</StatusTag>}
                </>
              ),
            },
            { label: '役職', tight: true, cell: ({ role }) => role },
            { label: '任期の始まり', tight: true, cell: ({ termFrom }) => <Day date={termFrom} /> },
            { label: '任期の終わり', tight: true, cell: ({ termUntil }) => <Day date={termUntil} /> },
          ]}
        />
      </Section>
      <Section title="役員が代わったらすること">
        <ul>
          <li>
            <a href={viewer.url('committee/organization')}>団体の情報</a>
            で、新しい役員を登録し、代表者を選びます。{townWord(viewer.town)}
            に代表者の変更を届け出たことになり、通知書が届くと、そのあとの通知書と請求書は新しい代表者の名前になります。
          </li>
          <li>口座の名義に前の代表者の名前が入っているときは、口座の変更を届け出ます。</li>
          <li>帳簿、領収書、通帳を前の役員から受け取ります。</li>
        </ul>
      </Section>
    </>
  );
}

/** What was sent before the hand-over and the town has not answered. */
function awaitingTown(viewer: Viewer, { awaiting, representative }: CommitteeHome) {
  const told = representative && representative.state !== 'returned' ? [representative] : [];
  return [
    ...awaiting.changes.map(({ item, grant }) => ({
      label: `${grant.programName}の${titleOf(item)}`,
      ...{ href: viewer.url(`committee/changes/${item.id}`), state: CHANGE_STATE[item.state].label },
    })),
    ...awaiting.reports.map(({ item, grant }) => ({
      label: `${grant.programName}の${REPORT_TITLES[item.kind]}`,
      ...{ href: viewer.url(`committee/changes/reports/${item.id}`), state: REPORT_STATE[item.state].label },
    })),
    ...told.map(({ afterName }) => ({
      label: `代表者変更届（${afterName}）`,
      ...{ href: viewer.url('committee/organization/officers'), state: '担当課が確認中' },
    })),
  ];
}

const Grants = ({ viewer, grants }: Pick<HandoverProps, 'viewer' | 'grants'>) => (
  <DataTable
    caption="決定した補助金"
    captionHidden
    cards
    empty="決定した補助金はありません。"
    rows={grants}
    columns={[
      {
        label: '補助金',
        cell: (grant) => <a href={viewer.url(`committee/grants/${grant.id}`)}>{grant.programName}</a>,
      },
      { label: 'いまの交付決定額', align: 'end', cell: ({ amountInForce }) => <Money yen={amountInForce} /> },
      {
        label: '状態',
        tight: true,
        cell: (grant) => {
          const { label, tone } = grantStanding({ grant });
          return <StatusTag tone={tone}>{label}</StatusTag>;
        },
      },
    ]}
  />
);
