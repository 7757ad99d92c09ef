import type { CaseItem } from '../../cases/index.js';
import { formatEra } from '../../kernel/local-date.js';
import type { IssuedLetter } from '../../notices/index.js';
import type { OrganizationProfile } from '../../organizations/index.js';
import type { ProgramVersion } from '../../programs/index.js';
import type { Task, Viewer } from '../shared/index.js';
import { applicationPath } from './application-words.js';

/** What the first page of an organisation looks at. */
export interface CommitteeHome {
  readonly organization: OrganizationProfile;
  readonly open: readonly ProgramVersion[];
  readonly cases: readonly CaseItem[];
  readonly letters: readonly IssuedLetter[];
}

/** What the organisation has to do now, the most pressing first. */
export function homeTasks(viewer: Viewer, home: CommitteeHome): Task[] {
  return [
    ...registrationTasks(viewer, home),
    ...letterTasks(viewer, home),
    ...caseTasks(viewer, home),
    ...openTasks(viewer, home),
  ];
}

function registrationTasks(viewer: Viewer, { organization: { state } }: CommitteeHome): Task[] {
  const task = { label: '団体の情報を登録する', href: viewer.url('committee/organization') };
  switch (state) {
    case 'draft':
      return [{ ...task, hint: '登録が済むと、交付申請を始められます。', status: '未提出', tone: 'warning' }];
    case 'returned':
      return [{ ...task, hint: '担当課から指摘があります。', status: '要修正', tone: 'warning' }];
    case 'submitted':
      return [{ ...task, hint: '担当課が確かめています。', status: '確認中', tone: 'info' }];
    case 'registered':
      return [];
  }
}

/** A receipt is a copy to keep, not something to do. */
const letterTasks = (viewer: Viewer, { letters }: CommitteeHome): Task[] =>
  letters
    .filter((letter) => letter.openedAt === null && letter.kind !== 'receipt' && letter.voidedAt === null)
    .map((letter) => ({
      label: letter.title,
      href: viewer.url(`committee/letters/${letter.id}`),
      hint: '通知書が届いています。',
      status: '未読',
      tone: 'warning',
    }));

const caseTasks = (viewer: Viewer, { cases }: CommitteeHome): Task[] =>
  cases.flatMap((item): Task[] => {
    const href = viewer.url(applicationPath(item.id));
    const due = item.dueOn ? `${formatEra(item.dueOn)}まで` : undefined;
    if (item.phase === 'returned')
      return [{ label: `${item.title}の申請を直す`, href, hint: due, status: '要修正', tone: 'warning' }];
    if (item.phase === 'drafting')
      return [{ label: `${item.title}の申請を書く`, href, hint: due, status: '作成中', tone: 'info' }];
    if (item.waitingFor === 'committee') {
      return [
        {
          label: `${item.title}の請求書を確かめる`,
          href: viewer.url('committee/claims'),
          status: '確認待ち',
          tone: 'warning',
        },
      ];
    }
    return [];
  });

const openTasks = (viewer: Viewer, { open, cases, organization }: CommitteeHome): Task[] =>
  open
    .filter(
      ({ programId, document }) =>
        !cases.some(
          (item) =>
            item.programId === programId && item.fiscalYear === document.fiscalYear && item.phase !== 'withdrawn',
        ),
    )
    .map(({ id, document }) => ({
      label: `${document.name}を申請する`,
      ...(organization.state === 'registered'
        ? {
            href: viewer.url(`committee/applications/new/${id}`),
            hint: `受付は${formatEra(document.timetable.closes)}まで`,
          }
        : { hint: '団体の登録が済むと始められます。' }),
      status: organization.state === 'registered' ? '受付中' : '準備中',
      tone: organization.state === 'registered' ? 'info' : 'neutral',
    }));
