import type {
  Application,
  ApplicationView,
  CorrectionPoint,
  Rectification,
  Scans,
  Submission,
} from '../../applications/index.js';
import type { CaseItem } from '../../cases/index.js';
import { OUTCOME_LABELS, type Grant, type PanelComment } from '../../grants/index.js';
import type { IssuedLetter } from '../../notices/index.js';
import { isWritten, type Determination, type PerformanceReport } from '../../performance-reports/index.js';
import { isPaidAfterSettlement, type ProgramDocument } from '../../programs/index.js';
import type { StartFacts } from '../../reviews/index.js';
import {
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  Moment,
  Money,
  Notice,
  Prose,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { ApplicationContent, FilesTable } from '../shared/application-content.js';
import { AssessedLines } from '../shared/assessed-lines.js';
import { PHASE_WORDS } from '../shared/case-words.js';
import { PaperNotice } from '../shared/paper.js';
import { AFTER_SETTLEMENT_WORDS } from '../shared/payment-words.js';
import { PriorStartNotice } from '../shared/prior-start.js';
import { Rectifications } from '../shared/rectifications.js';
import { WithdrawalNotice } from '../shared/withdrawal-notice.js';
import { applicationUrl, filesOf, messagesPath } from './application-words.js';
import { Determined } from './determined.js';
import { reportUrl } from './report-words.js';

export interface SentApplication {
  readonly application: ApplicationView;
  readonly document: ProgramDocument;
  readonly submission: Submission;
  readonly points: readonly CorrectionPoint[];
  readonly phase: CaseItem['phase'];
  /** Messages of the staff in charge that nobody has opened. */
  readonly unread: number;
  /** What staff put right, in every round. */
  readonly rectifications: readonly Rectification[];
  readonly scans: Scans;
  /** null while the receipt is being drawn. */
  readonly receipt: IssuedLetter | null;
  readonly start: StartFacts;
  /** The decision; null until its letter has arrived. */
  readonly grant: Grant | null;
  /** 講評, from the decision's letter on; null where there is none. */
  readonly panelComment: PanelComment | null;
  /** Asked for once the decision is out. */
  readonly report: PerformanceReport | null;
  /** Known from the day of its letter on. */
  readonly determination: Determination | null;
}

/** Right after sending: the number, what happens next and when, and the receipt as PDF. */
export function ReceiptPage({ viewer, sent }: { viewer: Viewer; sent: SentApplication }) {
  const { application, document, submission } = sent;
  const { id } = application;
  return (
    <>
      <Notice tone="success" title={submission.round === 1 ? '申請を受け付けました' : '補正した申請を受け付けました'}>
        <p class="receipt-number">
          収受番号 <strong>{application.receivedNumber}</strong>
        </p>
      </Notice>
      <AskedPriorStart start={sent.start} />
      <CheckAnswers
        answers={[
          { label: '収受日', value: <Day date={application.receivedOn} /> },
          { label: '提出した日時', value: <Moment at={submission.submittedAt} /> },
          ...submitter(sent),
          { label: '受付票', value: <ReceiptLink viewer={viewer} sent={sent} /> },
        ]}
      />
      <Section title="これからのこと">
        <ol class="path">
          <li>担当課が内容を確かめます。直していただく点があるときは、ホームにお知らせが出ます。</li>
          <li>
            <Day date={document.timetable.decisionBy} />
            までに、交付するかどうかを決め、通知書を送ります。
          </li>
          <li>
            {isPaidAfterSettlement(document)
              ? AFTER_SETTLEMENT_WORDS
              : '通知書が届いたら、請求書を確かめます。登録した口座に振り込まれます。'}
          </li>
        </ol>
      </Section>
      <Section title="送られた書類">
        <p>照合コードは、書類の中身から計算した値の初めの8文字です。全部の値は受付票の別紙にあります。</p>
        <FilesTable files={submission.content.files} access={filesOf(viewer, id, sent.scans)} />
      </Section>
      <ButtonRow>
        <ButtonLink href={viewer.url('committee')}>ホームに戻る</ButtonLink>
        <ButtonLink kind="secondary" href={applicationUrl(viewer, id)}>
          申請の内容を見る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

const AskedPriorStart = ({ start }: { start: StartFacts }) => (
  <PriorStartNotice start={start}>
    <p>担当課が、認めるかどうかを決めます。認められるまで、始めないでください。</p>
  </PriorStartNotice>
);

function ReceiptLink({ viewer, sent: { receipt, application } }: { viewer: Viewer; sent: SentApplication }) {
  if (receipt) return <a href={viewer.url(`committee/letters/${receipt.id}`)}>受付票（PDF）を見る</a>;
  return (
    <>
      作っています。少し待ってから<a href={applicationUrl(viewer, application.id, 'receipt')}>最新の状態に更新</a>
      してください。
    </>
  );
}

/** A sent application: where it stands, and what was sent. */
export function SentPage({ viewer, sent }: { viewer: Viewer; sent: SentApplication }) {
  const { application, submission, phase } = sent;
  const words = PHASE_WORDS[phase];
  return (
    <>
      <WithdrawalNotice application={application}>
        <p>担当課が交付の手続を止めると、取下げが済みます。</p>
      </WithdrawalNotice>
      <PaperNotice application={application} />
      <AskedPriorStart start={sent.start} />
      {sent.grant?.state === 'issued' && sent.grant.outcome !== 'refused' && isPaidAfterSettlement(sent.document) && (
        <Notice tone="info" title="補助金は、事業が終わってから支払われます">
          <p>{AFTER_SETTLEMENT_WORDS}</p>
        </Notice>
      )}
      {sent.rectifications.length > 0 && sent.unread > 0 && <RectifiedNotice viewer={viewer} id={application.id} />}
      <CheckAnswers
        answers={[
          { label: '状態', value: <StatusTag tone={words.tone}>{words.label}</StatusTag> },
          { label: '収受番号', value: application.receivedNumber },
          { label: '収受日', value: <Day date={application.receivedOn} /> },
          { label: '提出した日時', value: <Moment at={submission.submittedAt} /> },
          ...submitter(sent),
          { label: '受付票', value: <ReceiptLink viewer={viewer} sent={sent} /> },
        ]}
      />
      {sent.grant && <DecidedOtherwise grant={sent.grant} />}
      {sent.determination && <Determined viewer={viewer} determination={sent.determination} />}
      {sent.report && sent.report.state !== 'withdrawn' && <ReportSection viewer={viewer} report={sent.report} />}
      {sent.panelComment && <PanelCommentSection said={sent.panelComment} />}
      <AnsweredPoints points={sent.points} />
      <Rectifications
        rectifications={sent.rectifications}
        content={submission.content}
        sentHref={applicationUrl(viewer, application.id, 'sent')}
      />
      <ApplicationContent content={submission.content} access={filesOf(viewer, application.id, sent.scans)} />
      <ButtonRow>
        <ButtonLink kind="secondary" small href={viewer.url(messagesPath(application.id))}>
          担当課に連絡する
        </ButtonLink>
        {isWithdrawable(application) && (
          <ButtonLink kind="quiet" small href={applicationUrl(viewer, application.id, 'withdrawal')}>
            この申請を取り下げる
          </ButtonLink>
        )}
      </ButtonRow>
    </>
  );
}

/** Stands until the organisation has opened the thread in which it was told. */
const RectifiedNotice = ({ viewer, id }: { viewer: Viewer; id: string }) => (
  <Notice tone="warning" title="担当課が、申請の書き間違いを訂正しました">
    <p>
      訂正の前と後を下の表で確かめてください。理由は<a href={viewer.url(messagesPath(id))}>担当課との連絡</a>
      にもあります。違うときは、そこから返信してください。
    </p>
  </Notice>
);

/** A clerk who entered a paper did not apply: the notice above says who it was. */
const submitter = ({ application, submission }: SentApplication) =>
  application.paper !== null && submission.round === 1
    ? [{ label: '受付の方法', value: '紙で受付・代理入力' }]
    : [{ label: '提出した人', value: submission.submittedBy }];

/** Whether it still can be is said on the page behind the link, with the reason. */
const isWithdrawable = ({ state, withdrawal }: Application): boolean =>
  (state === 'submitted' || state === 'passed') && withdrawal === null;

/** Why less or nothing is given; which costs the town judged, and what the application said of them. */
function DecidedOtherwise({ grant }: { grant: Grant }) {
  const { appliedAmount, amount, assessedLines, outcome, reason } = grant;
  if (assessedLines.length === 0 && reason === '') return null;
  const decided =
    outcome === 'refused'
      ? { label: '決定', value: `${OUTCOME_LABELS.refused}（交付されません）` }
      : { label: '交付決定額', value: <Money yen={amount} strong /> };
  return (
    <Section title={assessedLines.length > 0 ? '交付決定での経費の取扱い' : '決定の内容'}>
      <CheckAnswers
        answers={[
          { label: '申請額', value: <Money yen={appliedAmount} /> },
          decided,
          ...(reason === '' ? [] : [{ label: '理由', value: reason }]),
        ]}
      />
      {assessedLines.length > 0 && <AssessedLines lines={assessedLines} />}
    </Section>
  );
}

/** The way to the report, which may be written before the project has ended. */
function ReportSection({ viewer, report }: { viewer: Viewer; report: PerformanceReport }) {
  const written = isWritten(report);
  return (
    <Section title="実績報告">
      <p>
        {written ? (
          <>
            事業が終わったら、
            <Day date={report.correctBy ?? report.dueOn} />
            までに提出してください。終わる前から、領収書や写真をためておけます。
          </>
        ) : (
          <>
            <Day date={report.receivedOn} />
            に受け付けました（収受番号 {report.receivedNumber}）。
          </>
        )}
      </p>
      <ButtonRow>
        <ButtonLink kind="secondary" href={reportUrl(viewer, report.id)}>
          {written ? '実績報告を書く' : '実績報告を見る'}
        </ButtonLink>
      </ButtonRow>
    </Section>
  );
}

function PanelCommentSection({ said: { at, comment } }: { said: PanelComment }) {
  return (
    <Section title="審査会の講評">
      <Prose text={comment} />
      <p class="hint">
        {at.panelName}　第{at.number}回（
        <Day date={at.heldOn} />）
      </p>
    </Section>
  );
}

function AnsweredPoints({ points }: { points: readonly CorrectionPoint[] }) {
  if (points.length === 0) return null;
  return (
    <Section title="指摘と回答">
      <CheckAnswers
        answers={points.map(({ label, text, answer }) => ({
          label: `${label}：${text}`,
          value: answer === null ? '（回答待ち）' : answer === '' ? '（内容を直しました）' : answer,
        }))}
      />
    </Section>
  );
}
