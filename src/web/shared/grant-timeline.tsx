import { changeTitle, REPORT_TITLES, type ChangeAct, type GrantCase } from '../../grant-changes/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import { Timeline } from './lists.js';
import { Day, Moment } from './values.js';

interface Event {
  readonly order: string;
  readonly day: LocalDate | Date;
  readonly what: string;
  readonly href?: string | undefined;
}

const ACT_WORDS: Readonly<Record<ChangeAct['act'], string>> = {
  started: 'を書き始めました',
  sent: 'を提出しました',
  returned: 'が差し戻されました',
  acknowledged: 'が受理されました',
  proposed: 'を起案しました',
  released: 'の起案が取り下げられました',
  decided: 'の決裁が終わりました',
  scheduled: 'の通知書を施行予定にしました',
  issued: 'の通知書を施行しました',
  reopened: 'の通知書を取り消しました',
  withdrawn: 'を取り下げました',
};

const STEPS: readonly string[] = Object.keys(ACT_WORDS);

/** Steps inside the town hall are the staff's business. */
const HALL_ACTS: readonly ChangeAct['act'][] = ['proposed', 'released', 'decided', 'scheduled', 'reopened'];

interface TimelineProps {
  readonly view: GrantCase;
  readonly letterHref: (letterId: string) => string;
  readonly changeHref: (changeId: string) => string;
  readonly forStaff: boolean;
}

/** Everything that happened since the decision, newest first. */
export function GrantTimeline(props: TimelineProps) {
  const events = [...decisionEvents(props), ...changeEvents(props), ...reportEvents(props)].sort((a, b) =>
    b.order.localeCompare(a.order),
  );
  return (
    <Timeline
      events={events.map(({ day, what, href }) => ({
        at: day instanceof Date ? <Moment at={day} /> : <Day date={day} />,
        what: href ? <a href={href}>{what}</a> : what,
      }))}
    />
  );
}

function decisionEvents({ view: { grant }, letterHref }: TimelineProps): Event[] {
  const { issuedOn, letterId, letterNumber, amount } = grant;
  if (issuedOn === null) return [];
  const what = `交付決定の通知（${letterNumber ?? ''}　${formatYen(amount)}）`;
  return [{ order: `${issuedOn}T00`, day: issuedOn, what, ...(letterId && { href: letterHref(letterId) }) }];
}

const changeEvents = ({ view: { changes, acts }, letterHref, changeHref, forStaff }: TimelineProps): Event[] =>
  acts
    .filter(({ act }) => forStaff || !HALL_ACTS.includes(act))
    .flatMap(({ changeId, act, actedAt, actedBy, note }): Event[] => {
      const change = changes.find(({ id }) => id === changeId);
      // how the town prepared a revocation is its own business
      if (!change || (!forStaff && act === 'started' && change.kind === 'revocation')) return [];
      const by = forStaff || act !== 'issued' ? `（${actedBy}）` : '';
      const said = note !== '' && act === 'returned' ? `：${note}` : '';
      return [
        {
          // several steps of one moment stand in the order of the way
          order: `${actedAt.toISOString()}#${String(STEPS.indexOf(act)).padStart(2, '0')}`,
          day: actedAt,
          what: `${changeTitle(change)}${ACT_WORDS[act]}${by}${said}`,
          href: act === 'issued' && change.letterId ? letterHref(change.letterId) : changeHref(changeId),
        },
      ];
    });

const reportEvents = ({ view: { reports } }: TimelineProps): Event[] =>
  reports.flatMap(({ kind, askedAt, askedBy, sentAt, sentBy, readAt }) => [
    ...eventAt(askedAt, `${REPORT_TITLES[kind]}の提出を求めました（${askedBy ?? ''}）`),
    ...eventAt(sentAt, `${REPORT_TITLES[kind]}を提出しました（${sentBy ?? ''}）`),
    ...eventAt(readAt, `${REPORT_TITLES[kind]}を担当課が確かめました`),
  ]);

const eventAt = (at: Date | null, what: string): Event[] =>
  at === null ? [] : [{ order: at.toISOString(), day: at, what }];
