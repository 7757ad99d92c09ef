import { PHASES, WAITING_FOR, type CaseCounts, type CaseItem, type Phase, type WaitingFor } from '../../cases/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { addDays, formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { OrganizationProfile } from '../../organizations/index.js';
import type { ProgramVersion } from '../../programs/index.js';
import {
  Button,
  ButtonLink,
  DataTable,
  Form,
  Hidden,
  Money,
  Select,
  StatusTag,
  SubNavigation,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { Named } from '../shared/case-name.js';
import { PHASE_WORDS, WAITING_WORDS } from '../shared/case-words.js';
import { lettersTitle } from '../shared/head-words.js';
import { ThreadLink } from '../shared/thread.js';

export interface QueueFilter {
  readonly phase: Phase | '';
  readonly waiting: WaitingFor | 'all';
  readonly program: string;
  readonly organization: string;
  readonly unread: boolean;
  /** As typed; blank where nothing is searched for. */
  readonly words: string;
}

/** One page of the list; `next` is how the address asks for the following one. */
export interface CasesListed {
  readonly items: readonly CaseItem[];
  readonly next: string | null;
}

interface QueuePageProps {
  readonly viewer: Viewer;
  readonly filter: QueueFilter;
  readonly cases: CasesListed;
  readonly counts: CaseCounts;
  /** Drafts and corrections whose end is near. */
  readonly near: number;
  /** To the head of the town; null for who does not see to them. */
  readonly mayorLetters: { readonly unread: number; readonly open: number; readonly overdue: number } | null;
  /** 財産処分承認申請: to be drafted, and answers without their letter. */
  readonly disposals: { readonly toDraft: number; readonly toIssue: number };
  readonly programs: readonly ProgramVersion[];
  readonly organizations: readonly OrganizationProfile[];
  readonly today: LocalDate;
  /** True on every page but the first. */
  readonly continued: boolean;
}

/** 案件: whose turn it is as tabs, filters, and the list by due day. */
export function QueuePage(props: QueuePageProps) {
  const { viewer, filter, cases, near, mayorLetters, disposals, today, continued } = props;
  return (
    <>
      <Turns {...props} />
      <p>
        <a href={viewer.url('staff/deadlines')}>締切が近い下書き（{near}件）</a>
        {mayorLetters !== null && mayorLetters.open > 0 && (
          <>
            　
            <a href={viewer.url('staff/voices/letters')}>
              {lettersTitle(viewer.town)}（対応中{mayorLetters.open}件、うち未読{mayorLetters.unread}
              件、期限を過ぎたもの
              {mayorLetters.overdue}件）
            </a>
          </>
        )}
        {disposals.toDraft + disposals.toIssue > 0 && (
          <>
            　
            <a href={viewer.url('staff/properties')}>
              財産処分の申請（起案待ち{disposals.toDraft}件、施行待ち{disposals.toIssue}件）
            </a>
          </>
        )}
        {hasDuty(viewer.actor, 'promotion') && (
          <>
            　<a href={viewer.url('staff/paper')}>紙の申請を入力する</a>
          </>
        )}
      </p>
      <Filters {...props} />
      <DataTable
        caption={filter.words === '' ? '案件の一覧（期限の近い順）' : '見つかった案件（新しい順）'}
        captionHidden
        keyboard
        cards
        empty={{
          title: '当てはまる案件はありません。',
          body:
            filter.words === '' ? (
              <p>上の「すべて」を選ぶか、絞り込みを変えてください。</p>
            ) : (
              <p>言葉を短くするか、絞り込みを「すべて」にして、もう一度探してください。</p>
            ),
        }}
        rows={cases.items}
        columns={[
          { label: '期限', tight: true, cell: (item) => <Due item={item} today={today} /> },
          { label: '団体', heading: true, cell: (item) => <CaseLink viewer={viewer} item={item} /> },
          { label: '補助制度', cell: ({ title, programName }) => <Named title={title} program={programName} /> },
          {
            label: '状態',
            tight: true,
            cell: ({ phase, onPaper }) => (
              <>
                <StatusTag tone={PHASE_WORDS[phase].tone}>{PHASE_WORDS[phase].label}</StatusTag>
                {onPaper && (
                  <>
                    {' '}
                    <StatusTag tone="neutral">紙で受付</StatusTag>
                  </>
                )}
              </>
            ),
          },
          { label: '番', tight: true, cell: (item) => WAITING_WORDS[item.waitingFor] },
          {
            label: '連絡',
            tight: true,
            cell: ({ id, organizationName, unreadByStaff }) => (
              <ThreadLink href={viewer.url(`staff/messages/${id}`)} unread={unreadByStaff} about={organizationName} />
            ),
          },
          { label: '収受番号', tight: true, cell: (item) => item.receivedNumber ?? '' },
          { label: '金額', align: 'end', tight: true, cell: (item) => <Money yen={item.amount} /> },
        ]}
      />
      <nav class="button-row" aria-label="一覧のページ">
        {continued && (
          <ButtonLink kind="quiet" href={viewer.url('staff/queue', addressOf(filter, null))}>
            最初に戻る
          </ButtonLink>
        )}
        {cases.next && (
          <ButtonLink kind="secondary" href={viewer.url('staff/queue', addressOf(filter, cases.next))}>
            続きを見る
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

function Turns({ viewer, filter, counts }: QueuePageProps) {
  const item = (waiting: WaitingFor | 'all', label: string) => ({
    label,
    href: viewer.url('staff/queue', { waiting }),
    current: !filter.unread && filter.waiting === waiting,
  });
  return (
    <SubNavigation
      label="だれの番か"
      items={[
        ...WAITING_FOR.map((waiting) =>
          waiting === 'nobody'
            ? item(waiting, '終わったもの・日を待つもの')
            : item(waiting, `${WAITING_WORDS[waiting]}の番（${String(counts.waiting.get(waiting) ?? 0)}）`),
        ),
        item('all', 'すべて'),
        {
          label: `未読の連絡（${String(counts.unread)}）`,
          href: viewer.url('staff/queue', { waiting: 'all', unread: 'yes' }),
          current: filter.unread,
        },
      ]}
    />
  );
}

function Filters({ viewer, filter, programs, organizations }: QueuePageProps) {
  const named = [...new Map(programs.map(({ programId, document }) => [programId, document.name]))];
  return (
    <Form action={viewer.url('staff/queue')} method="get" label="検索と絞り込み">
      {filter.words === '' && <Hidden name="waiting" value={filter.waiting} />}
      {filter.unread && <Hidden name="unread" value="yes" />}
      <div class="filter-row">
        <TextField name="words" label="団体名・件名・収受番号" value={filter.words} type="search" />
        <Filter
          name="phase"
          label="状態"
          value={filter.phase}
          options={PHASES.map((phase) => [phase, PHASE_WORDS[phase].label])}
        />
        <Filter name="program" label="補助制度" value={filter.program} options={named} />
        <Filter
          name="organization"
          label="団体"
          value={filter.organization}
          options={organizations.map(({ id, name }) => [id, name])}
        />
        <Button kind="secondary">探す</Button>
      </div>
    </Form>
  );
}

interface FilterProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
}

const Filter = ({ name, label, value, options }: FilterProps) => (
  <Select
    name={name}
    label={label}
    value={value}
    prompt="すべて"
    options={options.map(([id, text]) => ({ value: id, label: text }))}
  />
);

function CaseLink({ viewer, item }: { viewer: Viewer; item: CaseItem }) {
  if (item.onPaper && item.phase === 'drafting' && hasDuty(viewer.actor, 'promotion'))
    return <a href={viewer.url(`staff/paper/${item.id}`)}>{item.organizationName}</a>;
  // A draft is nobody's business but the organisation's.
  if (item.receivedNumber === null) return <>{item.organizationName}</>;
  return <a href={viewer.url(`staff/applications/${item.id}`)}>{item.organizationName}</a>;
}

const SOON_DAYS = 7;

/** The due day in words short enough for a column; what is late or near says so in words, not in colour alone. */
function Due({ item: { dueOn, waitingFor, phase }, today }: { item: CaseItem; today: LocalDate }) {
  if (dueOn === null) return <>期限なし</>;
  const open = waitingFor !== 'nobody';
  const late = phase === 'returned' ? '補正の期限切れ' : '期限切れ';
  return (
    <>
      <time dateTime={dueOn}>{formatEra(dueOn)}</time>{' '}
      {open && dueOn < today && <StatusTag tone="danger">{late}</StatusTag>}
      {open && dueOn >= today && dueOn <= addDays(today, SOON_DAYS) && <StatusTag tone="warning">まもなく</StatusTag>}
    </>
  );
}

const addressOf = ({ phase, waiting, program, organization, unread, words }: QueueFilter, after: string | null) => ({
  waiting,
  phase: phase || undefined,
  program: program || undefined,
  organization: organization || undefined,
  unread: unread ? 'yes' : undefined,
  words: words || undefined,
  after: after ?? undefined,
});
