import type { ModelProject, StartableProgram, SubmissionWindow } from '../../applications/index.js';
import type { CaseItem } from '../../cases/index.js';
import { awaitedBy, REPORT_TITLES, type ViewChanges } from '../../grant-changes/index.js';
import { endOfDay, isOver, type Deadline } from '../../kernel/deadline.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import type { IssuedLetter } from '../../notices/index.js';
import { isAskedFor, isLate, openDay, type PerformanceReport } from '../../performance-reports/index.js';
import type { RepresentativeChange, FormerOfficer, Officer, OrganizationProfile } from '../../organizations/index.js';
import type { Disposal } from '../../properties/index.js';
import { awaitsChargeNotice, type RepaymentFile } from '../../repayments/index.js';
import type { Verification } from '../../verifications/index.js';
import type { Task, Viewer } from '../shared/index.js';
import { titleOf } from '../shared/change-words.js';
import { deadlineInWords } from '../shared/deadline.js';
import { applicationUrl, messagesPath } from './application-words.js';
import { reportUrl } from './report-words.js';

/** What the first page of an organisation looks at. */
export interface CommitteeHome {
  readonly organization: OrganizationProfile;
  readonly open: readonly StartableProgram[];
  readonly cases: readonly CaseItem[];
  /** Until when each draft may be sent, by its case. */
  readonly drafts: ReadonlyMap<string, SubmissionWindow>;
  readonly letters: readonly IssuedLetter[];
  readonly reports: readonly PerformanceReport[];
  /** Adopted proposals that the organisation carries out. */
  readonly projects: readonly ModelProject[];
  /** 検証 that the organisation has not answered. */
  readonly verifications: readonly Verification[];
  /** Changes that the organisation writes, and 状況報告 that staff asked for. */
  readonly after: Awaited<ReturnType<ViewChanges['waitingForOrganization']>>;
  /** What it sent and the town has not answered yet. */
  readonly awaiting: Awaited<ReturnType<ViewChanges['awaitingTheTown']>>;
  /** 代表者変更届 that is not at its end. */
  readonly representative: RepresentativeChange | null;
  /** 財産処分の申請 that came back. */
  readonly disposals: readonly Disposal[];
  readonly officers: readonly Officer[];
  /** Who looks; null where the name was taken off the list meanwhile. */
  readonly me: Officer | null;
  readonly formers: readonly FormerOfficer[];
  readonly repayments: readonly RepaymentFile[];
  readonly today: LocalDate;
  readonly now: Date;
}

/** What the organisation has to do now, the most pressing first. */
export function homeTasks(viewer: Viewer, home: CommitteeHome): Task[] {
  return [
    ...registrationTasks(viewer, home),
    ...representativeTasks(viewer, home),
    ...repaymentTasks(viewer, home),
    ...letterTasks(viewer, home),
    ...messageTasks(viewer, home),
    ...caseTasks(viewer, home),
    ...reportTasks(viewer, home),
    ...verificationTasks(viewer, home),
    ...changeTasks(viewer, home),
    ...disposalTasks(viewer, home),
    ...projectTasks(viewer, home),
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

const representativeTasks = (viewer: Viewer, { representative, now }: CommitteeHome): Task[] =>
  representative?.state === 'returned'
    ? [
        {
          label: '代表者変更届を直して出す',
          href: viewer.url('committee/organization/officers'),
          hint: representative.correctBy ? `期限：${clock(endOfDay(representative.correctBy), now)}` : undefined,
          ...{ status: '要修正', tone: 'warning' },
        },
      ]
    : [];

/** Copies to keep, not something to do: the receipt, and the organisation's own claim. */
const COPIES: readonly string[] = ['receipt', 'claim'];

const letterTasks = (viewer: Viewer, { letters }: CommitteeHome): Task[] =>
  letters
    .filter((letter) => letter.openedAt === null && !COPIES.includes(letter.kind) && letter.voidedAt === null)
    .map((letter) => ({
      label: letter.title,
      href: viewer.url(`committee/letters/${letter.id}`),
      hint: '通知書が届いています。',
      status: '未読',
      tone: 'warning',
    }));

const repaymentTasks = (viewer: Viewer, { repayments }: CommitteeHome): Task[] =>
  repayments
    .filter(({ demand, standing }) => demand.state === 'demanded' && standing.open > 0n)
    .filter((file) => !awaitsChargeNotice(file))
    .map(({ demand, standing }) => ({
      label: `${demand.programName}の返還金を納める`,
      href: viewer.url(`committee/repayments/${demand.id}`),
      hint: `${formatYen(standing.open)}　期限${formatEra(standing.nextDue?.dueOn ?? standing.firstDueOn ?? standing.on)}`,
      ...(standing.overdue > 0n ? OVERDUE : ({ status: '納付待ち', tone: 'warning' } as const)),
    }));

const OVERDUE = { status: '期限切れ', tone: 'danger' } as const;

const clock = (deadline: Deadline, now: Date): string => deadlineInWords({ deadline, now });

const messageTasks = (viewer: Viewer, { cases }: CommitteeHome): Task[] =>
  cases
    .filter(({ unreadByCommittee }) => unreadByCommittee > 0)
    .map(({ id, title, unreadByCommittee }) => ({
      label: `${title}についての連絡を読む`,
      href: viewer.url(messagesPath(id)),
      hint: `担当課から${String(unreadByCommittee)}件届いています。`,
      status: '未読',
      tone: 'warning',
    }));

const caseTasks = (viewer: Viewer, { cases, drafts, now }: CommitteeHome): Task[] =>
  cases.flatMap((item): Task[] => {
    const href = applicationUrl(viewer, item.id);
    const day = item.dueOn && endOfDay(item.dueOn);
    if (item.phase === 'returned') {
      const task = {
        label: `${item.title}の申請を直す`,
        href,
        hint: day ? `補正の期限：${clock(day, now)}` : undefined,
      };
      return [{ ...task, ...(day && isOver(day, now) ? OVERDUE : { status: '要修正', tone: 'warning' }) }];
    }
    if (item.phase === 'drafting') {
      const until = drafts.get(item.id)?.until ?? day;
      const task = { label: `${item.title}の申請を書く`, href, hint: until ? `締切：${clock(until, now)}` : undefined };
      return [{ ...task, ...(until && isOver(until, now) ? OVERDUE : { status: '作成中', tone: 'info' }) }];
    }
    if (item.waitingFor === 'committee' && !item.phase.startsWith('report')) {
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

/** What has ended is reported, and what came back is corrected. */
const reportTasks = (viewer: Viewer, { reports, now, today }: CommitteeHome): Task[] =>
  reports
    .filter((report) => isAskedFor(report, today))
    .map((report): Task => {
      const returned = report.state === 'returned';
      const day = openDay(report);
      return {
        label: `${report.title}の実績報告を${returned ? '直す' : '書く'}`,
        href: reportUrl(viewer, report.id),
        hint: day ? `${returned ? '補正の期限' : '提出の期限'}：${clock(endOfDay(day), now)}` : undefined,
        ...(isLate(report, today) ? OVERDUE : { status: returned ? '要修正' : '報告待ち', tone: 'warning' }),
      };
    });

/** An adopted proposal is applied for once a year, as long as a programme for it is open; before, it is said what comes. */
const projectTasks = (viewer: Viewer, { projects, open, now }: CommitteeHome): Task[] =>
  projects.flatMap(({ proposal, applications }): Task[] => {
    const program = open.find(({ document, room }) => document.fromProposals && room);
    const task = { label: `採択された企画提案「${proposal.title}」から申請を始める` };
    if (!program) {
      const hint = '補助金の受付が始まると、申請できます。';
      return applications.length > 0 ? [] : [{ ...task, hint, status: '準備中', tone: 'neutral' }];
    }
    if (applications.some(({ fiscalYear }) => fiscalYear === program.document.fiscalYear)) return [];
    const href = viewer.url(`committee/applications/new/${program.id}`, { proposal: proposal.id });
    return [{ ...task, href, hint: `受付：${clock(program.window.until, now)}`, status: '受付中', tone: 'info' }];
  });

const verificationTasks = (viewer: Viewer, { verifications, now, today }: CommitteeHome): Task[] =>
  verifications.map(({ id, title, dueOn }) => ({
    label: `${title}の検証に答える`,
    href: viewer.url(`committee/verifications/${id}`),
    hint: `答えの期限：${clock(endOfDay(dueOn), now)}`,
    ...(dueOn < today ? OVERDUE : { status: '回答待ち', tone: 'warning' }),
  }));

/** A programme that takes several is offered here only until the first is begun; the list of applications offers the next. */
const openTasks = (viewer: Viewer, { open, organization, now }: CommitteeHome): Task[] =>
  open
    .filter(({ begun }) => begun === 0)
    .map(({ id, document, window }) => ({
      label: `${document.name}を申請する`,
      ...(organization.state === 'registered'
        ? {
            href: viewer.url(`committee/applications/new/${id}`),
            hint: `受付：${clock(window.until, now)}`,
          }
        : { hint: '団体の登録が済むと始められます。' }),
      status: organization.state === 'registered' ? '受付中' : '準備中',
      tone: organization.state === 'registered' ? 'info' : 'neutral',
    }));

const disposalTasks = (viewer: Viewer, { disposals }: CommitteeHome): Task[] =>
  disposals.map(({ grantId, itemName }) => ({
    label: `${itemName}の処分の申請を出し直す`,
    href: viewer.url(`committee/grants/${grantId}/properties`),
    hint: '担当課から指摘があります。処分しないときは、何もしなくてかまいません。',
    status: '要修正',
    tone: 'warning',
  }));

const changeTasks = (viewer: Viewer, { after: { changes, reports }, now }: CommitteeHome): Task[] => [
  ...changes.map(({ item, grant }): Task => {
    const returned = item.state === 'returned';
    return {
      label: `${grant.programName}の${titleOf(item)}を${returned ? '直す' : '書く'}`,
      href: viewer.url(`committee/changes/${item.id}`),
      hint: returned && item.correctBy ? `期限：${clock(endOfDay(item.correctBy), now)}` : undefined,
      ...(returned ? { status: '要修正', tone: 'warning' } : { status: '作成中', tone: 'info' }),
    };
  }),
  ...reports.map(({ item, grant }): Task => {
    const day = awaitedBy(item);
    const due = day && endOfDay(day);
    const returned = item.state === 'returned';
    return {
      label: `${grant.programName}の${REPORT_TITLES[item.kind]}を${returned ? '直して出す' : '出す'}`,
      href: viewer.url(`committee/changes/reports/${item.id}`),
      hint: due ? `期限：${clock(due, now)}` : undefined,
      ...(due && isOver(due, now) ? OVERDUE : { status: returned ? '要修正' : '提出待ち', tone: 'warning' }),
    };
  }),
];
