import type { Scans } from '../../applications/index.js';
import type { Phase } from '../../cases/index.js';
import type { IssuedLetter } from '../../notices/index.js';
import type {
  Determination,
  PerformanceReport,
  ReportPoint,
  ReportSubmission,
} from '../../performance-reports/index.js';
import type { ReportForm } from '../../programs/index.js';
import { PHASE_WORDS } from '../shared/case-words.js';
import {
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  Moment,
  Notice,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { ReportContentView } from '../shared/report-content.js';
import { messagesPath } from './application-words.js';
import { Determined } from './determined.js';
import { reportFiles, reportUrl } from './report-words.js';

/** A report that was sent, with everything that belongs to it. */
export interface SentReport {
  readonly report: PerformanceReport;
  readonly asked: ReportForm;
  readonly submission: ReportSubmission;
  readonly points: readonly ReportPoint[];
  readonly scans: Scans;
  readonly phase: Phase;
  readonly receipt: IssuedLetter | null;
  readonly determination: Determination | null;
}

interface SentReportProps {
  readonly viewer: Viewer;
  readonly sent: SentReport;
}

/** What the organisation is told when its report has arrived. */
export function ReportReceiptNotice({ viewer, sent }: SentReportProps) {
  const { report, submission } = sent;
  return (
    <>
      <Notice
        tone="success"
        title={submission.round === 1 ? '実績報告を受け付けました' : '補正した実績報告を受け付けました'}
      >
        <p class="receipt-number">
          収受番号 <strong>{report.receivedNumber}</strong>
        </p>
      </Notice>
      <CheckAnswers
        answers={[
          { label: '収受日', value: <Day date={report.receivedOn} /> },
          { label: '提出した日時', value: <Moment at={submission.submittedAt} /> },
          { label: '提出した人', value: submission.submittedBy },
          { label: '受付票', value: <ReceiptLink viewer={viewer} sent={sent} /> },
        ]}
      />
      <Section title="これからのこと">
        <ol class="path">
          <li>担当課が検査します。直していただく点があるときは、ホームにお知らせが出ます。</li>
          <li>検査が済むと、補助金の額が確定し、通知書が届きます。</li>
          <li>領収書の原本と帳簿は、定められた年数、団体で保管してください。</li>
        </ol>
      </Section>
      <ButtonRow>
        <ButtonLink href={viewer.url('committee')}>ホームに戻る</ButtonLink>
        <ButtonLink kind="secondary" href={reportUrl(viewer, report.id)}>
          報告の内容を見る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function ReceiptLink({ viewer, sent: { receipt, report } }: SentReportProps) {
  if (receipt) return <a href={viewer.url(`committee/letters/${receipt.id}`)}>受付票（PDF）を見る</a>;
  return (
    <>
      作っています。少し待ってから<a href={reportUrl(viewer, report.id, 'receipt')}>最新の状態に更新</a>してください。
    </>
  );
}

/** A sent report: where it stands, and what was sent. */
export function SentReportPage({ viewer, sent }: SentReportProps) {
  const { report, submission, phase, points } = sent;
  const words = PHASE_WORDS[phase];
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '状態', value: <StatusTag tone={words.tone}>{words.label}</StatusTag> },
          { label: '収受番号', value: report.receivedNumber },
          { label: '収受日', value: <Day date={report.receivedOn} /> },
          { label: '提出した日時', value: <Moment at={submission.submittedAt} /> },
          { label: '提出した人', value: submission.submittedBy },
          { label: '受付票', value: <ReceiptLink viewer={viewer} sent={sent} /> },
        ]}
      />
      {sent.determination && <Determined viewer={viewer} determination={sent.determination} />}
      {points.length > 0 && (
        <Section title="指摘と回答">
          <CheckAnswers
            answers={points.map(({ label, text, answer }) => ({
              label: `${label}：${text}`,
              value: answer === null ? '（回答待ち）' : answer === '' ? '（内容を直しました）' : answer,
            }))}
          />
        </Section>
      )}
      <ReportContentView
        content={submission.content}
        access={reportFiles(viewer, report.id, sent.scans)}
        receipts={sent.asked.receipts}
      />
      <ButtonRow>
        <ButtonLink kind="secondary" small href={viewer.url(messagesPath(report.applicationId))}>
          担当課に連絡する
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
