import { askedIn, sectionNamed, type SectionName } from '../../forms/index.js';
import { type ApplicationDraft, type Rectification } from '../../applications/index.js';
import { endOfDay } from '../../kernel/deadline.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { dependsOnCosts, type ProgramVersion } from '../../programs/index.js';
import type { StartFacts } from '../../reviews/index.js';
import {
  ButtonLink,
  ButtonRow,
  Figure,
  FigureRow,
  Moment,
  Money,
  Notice,
  Section,
  TaskList,
  type Task,
  type Viewer,
} from '../shared/index.js';
import { SupportYearSection } from './support-year/support-year.js';
import { EditionChange } from './edition-change.js';
import { BeingEntered, PaperNotice } from '../shared/paper.js';
import { PriorStartNotice } from '../shared/prior-start.js';
import { OriginNotice, type ProjectOrigin } from '../shared/project-origin.js';
import { Rectifications } from '../shared/rectifications.js';
import { DeadlineFigure, EndNotices } from '../shared/deadline.js';
import {
  applicationUrl,
  formSection,
  messagesPath,
  sectionFor,
  sectionUrl,
  sectionsOf,
  writingIn,
} from './application-words.js';

/** What was said and put right before the application came back. */
export interface EarlierRounds {
  /** With the days as they are written now. */
  readonly start: StartFacts;
  readonly rectifications: readonly Rectification[];
}

interface ApplicationTasksPageProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  /** null for what was never sent. */
  readonly earlier: EarlierRounds | null;
  readonly now: Date;
  readonly origin: ProjectOrigin;
}

/** The task list of an application that is being written: what is done, what is missing, what was pointed out. */
export function ApplicationTasksPage({ viewer, draft, earlier, now, origin }: ApplicationTasksPageProps) {
  const { application, document, window, working, faults, points, content, support } = draft;
  const returned = application.state === 'returned';
  const forStaff = viewer.desk === 'staff';
  const due = returned && application.correctBy ? endOfDay(application.correctBy) : window.until;
  const isOpen = working.total === ZERO_YEN && dependsOnCosts(document.rule);
  const href = (part: string): string => applicationUrl(viewer, application.id, part);
  return (
    <>
      {returned && (
        <Notice tone="warning" title={`担当課から${String(points.length)}件の指摘があります`}>
          <p>
            {forStaff
              ? '団体が紙で直したときは、それぞれの欄に書き写し、直した紙の写しを添えて、もう一度受け付けます。'
              : 'それぞれの欄で内容を直すか、回答を書いて、もう一度提出してください。'}
          </p>
        </Notice>
      )}
      {earlier && (
        <PriorStartNotice start={earlier.start}>
          <p>もう一度提出したあと、担当課が、認めるかどうかを決めます。認められるまで、始めないでください。</p>
        </PriorStartNotice>
      )}
      {forStaff ? <BeingEntered draft={draft} /> : <PaperNotice application={application} />}
      {forStaff && draft.laterEdition && <LaterEdition edition={draft.laterEdition} />}
      {!returned && !forStaff && <EndNotices window={window} now={now} />}
      <EditionChange viewer={viewer} draft={draft} />
      <OriginNotice origin={origin} hrefOf={(id) => viewer.url(`${viewer.desk ?? 'committee'}/verifications/${id}`)} />
      {!returned && <Carried draft={draft} />}
      <FigureRow>
        <Figure label="交付額（算定）">
          {isOpen ? '収支予算書を書くと計算します' : <Money yen={working.total} />}
        </Figure>
        {/* Whether a paper came in time is settled by the day on which it came. */}
        {(returned || !forStaff) && (
          <DeadlineFigure label={returned ? '補正の期限' : '受付の締切'} deadline={due} now={now} />
        )}
      </FigureRow>
      <SupportYearSection viewer={viewer} application={application} support={support} />
      <Section title="すること">
        <TaskList
          tasks={[
            ...sectionsOf(document).map(({ name, title }) => ({
              label: title,
              href: sectionUrl(viewer, application.id, name),
              ...statusOf(draft, name),
            })),
            {
              label: forStaff ? '確かめて受け付ける' : '確かめて提出する',
              href: href('check'),
              ...(faults.length === 0
                ? { status: forStaff ? '受け付けられます' : '提出できます', tone: 'success' as const }
                : { status: `あと${String(faults.length)}か所`, tone: 'neutral' as const }),
            },
          ]}
        />
      </Section>
      {earlier && <Rectifications rectifications={earlier.rectifications} sentHref={href('sent')} content={content} />}
      <ButtonRow>
        {!returned && !forStaff && (
          <ButtonLink kind="secondary" small href={href('carry')}>
            前の申請から写す
          </ButtonLink>
        )}
        {!forStaff && (
          <ButtonLink kind="secondary" small href={viewer.url(messagesPath(application.id))}>
            担当課に連絡する
          </ButtonLink>
        )}
        {(!forStaff || application.round === 0) && (
          <ButtonLink kind="quiet" small href={href('withdrawal')}>
            {application.round > 0 ? 'この申請を取り下げる' : `この申請の${writingIn(viewer)}をやめる`}
          </ButtonLink>
        )}
      </ButtonRow>
    </>
  );
}

/** Whoever enters a paper knows the form of today: the paper was asked by that of its day. */
const LaterEdition = ({ edition: { number, publishedAt } }: { edition: ProgramVersion }) => (
  <Notice tone="warning" title="収受日に公開されていた版で入力します">
    <p>
      今の第{number}版は、{publishedAt && formatEra(dayInJapan(publishedAt))}
      に公開されました。この申請の質問と算定は、収受日の版の決まりのままです。届いた紙の様式と同じか、確かめてください。
    </p>
  </Notice>
);

/** What came from earlier applications, so that nobody takes last year's words for this year's. */
function Carried({ draft: { carries } }: { draft: ApplicationDraft }) {
  if (carries.length === 0) return null;
  return (
    <Notice
      tone="info"
      title={
        carries.every(({ proposalId }) => proposalId !== null)
          ? '企画提案から写した欄があります'
          : '前の申請から写した欄があります'
      }
    >
      <ul>
        {carries.map(({ earlierName, fields, carriedBy, carriedAt }) => (
          <li key={carriedAt.toISOString()}>
            {earlierName}から：{fields.map(({ label }) => label).join('、')}
            <span class="hint">
              （{carriedBy}　<Moment at={carriedAt} />）
            </span>
          </li>
        ))}
      </ul>
      <p>今年の内容に合っているか、一つずつ読み直してください。</p>
    </Notice>
  );
}

function statusOf(draft: ApplicationDraft, name: SectionName): Pick<Task, 'status' | 'tone' | 'hint'> {
  const { faults, points } = draft;
  const here = points.filter(({ pointer }) => sectionFor(draft, pointer) === name);
  const open = faults.filter(({ pointer }) => sectionFor(draft, pointer) === name);
  const hint = hintOf(draft, name, here.length);
  if (here.length > 0 && open.length > 0) return { ...hint, status: '要修正', tone: 'warning' };
  const begun = isBegun(draft, name);
  if (open.length > 0)
    return { ...hint, ...(begun ? { status: '入力中', tone: 'info' } : { status: '未入力', tone: 'neutral' }) };
  return { ...hint, ...(begun ? { status: '入力済み', tone: 'success' } : { status: '任意', tone: 'neutral' }) };
}

function hintOf({ application, carries }: ApplicationDraft, name: SectionName, points: number): Pick<Task, 'hint'> {
  if (points > 0) return { hint: `指摘が${String(points)}件あります。` };
  const copied = carries.flatMap(({ fields }) => fields).filter(({ section }) => section === name).length;
  const unread = application.state === 'draft' && copied > 0;
  return unread ? { hint: '前の申請から写した欄があります。読み直してください。' } : {};
}

/** Something is written here, or a file was added. */
function isBegun({ sections, document, draftFiles }: ApplicationDraft, name: SectionName): boolean {
  if (sectionNamed(sections, name).fields.size > 0) return true;
  const asked = askedIn(document.form, sections);
  return (formSection(document, name)?.questions ?? []).some(
    ({ id }) => asked.has(id) && draftFiles.some(({ kind }) => kind === id),
  );
}
