import { askedIn, sectionNamed } from '../../forms/index.js';
import { endOfDay } from '../../kernel/deadline.js';
import { RECEIPTS, type PreparedReport } from '../../performance-reports/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  Details,
  Figure,
  FigureRow,
  Form,
  Money,
  Notice,
  Section,
  TaskList,
  type Task,
} from '../shared/index.js';
import { DeadlineFigure } from '../shared/deadline.js';
import { messagesPath } from './application-words.js';
import type { ReportPageProps } from './report-parts.js';
import { partOf, reportSectionFor, reportSections, reportSectionUrl, reportUrl } from './report-words.js';

/** The task list of a report that is being written: what is done, what is missing, what was pointed out. */
export function ReportTasksPage({ viewer, draft, now }: ReportPageProps & { now: Date }) {
  const { report, asked, decision, faults, figures, points } = draft;
  const returned = report.state === 'returned';
  const forStaff = viewer.desk === 'staff';
  const due = report.correctBy ?? report.dueOn;
  const written = figures.expenditure > 0n;
  return (
    <>
      {returned && (
        <Notice tone="warning" title={`担当課から${String(points.length)}件の指摘があります`}>
          <p>それぞれの欄で内容を直すか、回答を書いて、もう一度提出してください。</p>
        </Notice>
      )}
      {forStaff && (
        <Notice tone="info" title="紙の報告書を入力しています">
          <p>
            <Day date={report.paperReceivedOn} />
            に受け取った紙を書き写し、読み取ったものを「写真」か「領収書」に添えます。
          </p>
        </Notice>
      )}
      <FigureRow>
        <Figure label="交付決定額">
          <Money yen={decision} />
        </Figure>
        <Figure label="確定の見込み額">
          {written ? <Money yen={figures.working.total} /> : '収支決算書を書くと計算します'}
        </Figure>
        <DeadlineFigure label={returned ? '補正の期限' : '提出の期限'} deadline={endOfDay(due)} now={now} />
      </FigureRow>
      <Section title="すること">
        <TaskList
          tasks={[
            ...reportSections(asked).map(({ name, title }) => ({
              label: title,
              href: reportSectionUrl(viewer, report.id, name),
              ...statusOf(draft, name),
            })),
            {
              label: forStaff ? '確かめて受け付ける' : '確かめて提出する',
              href: reportUrl(viewer, report.id, 'check'),
              ...(faults.length === 0
                ? { status: forStaff ? '受け付けられます' : '提出できます', tone: 'success' as const }
                : { status: `あと${String(faults.length)}か所`, tone: 'neutral' as const }),
            },
          ]}
        />
      </Section>
      <Section title="この報告について">
        <CheckAnswers
          answers={[
            { label: '事業の終わりの日', value: <Day date={report.completesOn} /> },
            {
              label: '提出の期限',
              value: (
                <>
                  <Day date={report.dueOn} />
                  {asked.due.article !== '' && <span class="hint">（{asked.due.article}）</span>}
                </>
              ),
            },
          ]}
        />
      </Section>
      {forStaff && (
        <Details summary="紙の受付をやめる">
          <p>
            報告を取り違えたときや、団体が自分で提出するときに押します。入力した内容は残り、団体が続きを書けるようになります。
          </p>
          <Form action={viewer.url(`staff/reports/${report.id}/paper-entry/end`)} label="紙の受付をやめる">
            <ButtonRow>
              <Button kind="danger" small>
                紙の受付をやめる
              </Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
      {!forStaff && (
        <ButtonRow>
          <ButtonLink kind="secondary" small href={viewer.url(messagesPath(report.applicationId))}>
            担当課に連絡する
          </ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}

function statusOf(draft: PreparedReport, name: string): Pick<Task, 'status' | 'tone' | 'hint'> {
  const { faults, points } = draft;
  const here = points.filter(({ pointer }) => partOf(reportSectionFor(draft, pointer)) === name);
  const open = faults.filter(({ pointer }) => partOf(reportSectionFor(draft, pointer)) === name);
  const hint = here.length > 0 ? { hint: `指摘が${String(here.length)}件あります。` } : hintOf(draft, name);
  if (here.length > 0 && open.length > 0) return { ...hint, status: '要修正', tone: 'warning' };
  const begun = isBegun(draft, name);
  if (open.length > 0)
    return { ...hint, ...(begun ? { status: '入力中', tone: 'info' } : { status: '未入力', tone: 'neutral' }) };
  return { ...hint, ...(begun ? { status: '入力済み', tone: 'success' } : { status: '任意', tone: 'neutral' }) };
}

function hintOf({ receipts, duplicates }: PreparedReport, name: string): Pick<Task, 'hint'> {
  if (name !== RECEIPTS || receipts.length === 0) return {};
  const doubtful = duplicates.length > 0 ? `同じかもしれないものが${String(duplicates.length)}枚あります。` : '';
  return { hint: `${String(receipts.length)}枚あります。${doubtful}` };
}

/** Something is written here, or a file was added. */
function isBegun({ sections, asked, files, receipts }: PreparedReport, name: string): boolean {
  if (name === RECEIPTS) return receipts.length > 0;
  if (sectionNamed(sections, name).fields.size > 0) return true;
  const questions = asked.form.find(({ id }) => id === name)?.questions ?? [];
  const shown = askedIn(asked.form, sections);
  return name === 'photos'
    ? files.some(({ kind }) => kind.startsWith('photo-'))
    : questions.some(({ id }) => shown.has(id) && files.some(({ kind }) => kind === id));
}
