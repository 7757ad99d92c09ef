import {
  nameInWords,
  type ApplicationView,
  type Change,
  type CorrectionPoint,
  type LateAcceptance,
  type Rectification,
  type Scans,
  type Submission,
} from '../../applications/index.js';
import type { CaseItem } from '../../cases/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { endOfDay } from '../../kernel/deadline.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import type { PanelStanding } from '../../panels/index.js';
import type { VisitNote } from '../../visits/index.js';
import type { ReviewView, StartFacts } from '../../reviews/index.js';
import {
  CheckAnswers,
  DataTable,
  Figure,
  FigureRow,
  Moment,
  Money,
  Notice,
  Refreshed,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { PHASE_WORDS } from '../shared/case-words.js';
import { DeadlineFigure } from '../shared/deadline.js';
import { PaperNotice } from '../shared/paper.js';
import { PriorStartNotice } from '../shared/prior-start.js';
import { SupportYearNotice } from '../shared/support-year.js';
import { OriginNotice, type ProjectOrigin } from '../shared/project-origin.js';
import { Rectifications } from '../shared/rectifications.js';
import { ThreadLink } from '../shared/thread.js';
import { WithdrawalNotice } from '../shared/withdrawal-notice.js';
import { AssessedFigure, FallenAssessments } from './review-assessment.js';

export interface ReviewedApplication {
  readonly application: ApplicationView;
  readonly submission: Submission;
  readonly phase: CaseItem['phase'];
  /** Messages of the organisation that nobody has opened. */
  readonly unread: number;
  /** Every point of every return, newest round first. */
  readonly points: readonly CorrectionPoint[];
  /** What the last correction changed. */
  readonly changes: readonly Change[];
  /** What staff put right, in every round. */
  readonly rectifications: readonly Rectification[];
  readonly review: ReviewView;
  readonly scans: Scans;
  /** The act by which it was taken after the end; null for one that came in time. */
  readonly late: LateAcceptance | null;
  readonly start: StartFacts;
  readonly panel: PanelStanding;
  readonly origin: ProjectOrigin;
  /** 現地調査・聞き取り about it, and whether one may still be written. */
  readonly visits: { readonly notes: readonly VisitNote[]; readonly open: boolean };
  readonly now: Date;
}

/** What stands above application and checklist: amounts, state, and everything that happened on the way. */
export function ReviewHeading(props: ReviewedApplication & { readonly viewer: Viewer }) {
  const { viewer, application, submission, phase, unread, points, changes, late, start, review, now } = props;
  const words = PHASE_WORDS[phase];
  return (
    <>
      <FigureRow>
        <Figure label="申請額" note={nameInWords(application.title, application.document.name)}>
          <Money yen={application.amount} />
        </Figure>
        {review.lines.length > 0 && (
          <Refreshed id="assessed-amount" from={viewer.url(`staff/applications/${application.id}`)}>
            <AssessedFigure assessment={review.assessment} applied={application.amount} />
          </Refreshed>
        )}
        <Figure label="状態">
          <StatusTag tone={words.tone}>{words.label}</StatusTag>
        </Figure>
        <Figure
          label="収受番号"
          note={`${formatEra(application.receivedOn ?? dayInJapan(submission.submittedAt))} 収受、${submission.submittedBy}さん${application.paper !== null && submission.round === 1 ? 'が代理入力' : '提出'}`}
        >
          {application.receivedNumber}
        </Figure>
        {application.state === 'returned' && application.correctBy && (
          <DeadlineFigure label="補正の期限" deadline={endOfDay(application.correctBy)} now={now} />
        )}
      </FigureRow>
      <WithdrawalNotice application={application}>
        <p>起案を差し戻し、起案した人が起案を取り下げると、申請の取下げが済みます。</p>
      </WithdrawalNotice>
      <OriginNotice origin={props.origin} hrefOf={(id) => viewer.url(`staff/verifications/${id}`)} />
      <SupportYearNotice support={props.origin.support} />
      <FallenAssessments fallen={review.fallen} />
      <PaperNotice application={application} />
      {application.paper && application.state === 'returned' && hasDuty(viewer.actor, 'promotion') && (
        <p>
          <a href={viewer.url(`staff/paper/${application.id}`)}>紙で届いた補正を入力する</a>
        </p>
      )}
      {late && <LateNotice late={late} />}
      <PriorStartNotice start={start}>
        <p>
          <a href={viewer.url(`staff/applications/${application.id}/prior-start`)}>認めるかどうかを決める</a>
        </p>
      </PriorStartNotice>
      <p>
        <ThreadLink href={viewer.url(`staff/messages/${application.id}`)} unread={unread} label="団体との連絡" />
      </p>
      {points.length > 0 && <Corrections points={points} changes={changes} round={application.round} />}
      <Rectifications
        rectifications={props.rectifications}
        content={submission.content}
        sentHref={viewer.url(`staff/applications/${application.id}/sent`)}
      />
    </>
  );
}

const LateNotice = ({ late: { reason, untilOn, allowedBy, allowedAt } }: { late: LateAcceptance }) => (
  <Notice tone="warning" title="期限後に受け付けた申請です">
    <p>理由：{reason}</p>
    <p>
      {formatEra(untilOn)}までの受付を認めた人：{allowedBy}　<Moment at={allowedAt} />
    </p>
  </Notice>
);

/** What was pointed out and answered, and what the correction changed, before and after. */
function Corrections({
  points,
  changes,
  round,
}: {
  points: readonly CorrectionPoint[];
  changes: readonly Change[];
  round: number;
}) {
  return (
    <Section title="補正の経過">
      <CheckAnswers
        answers={points.map(({ label, text, answer, madeBy, madeAt }) => ({
          label,
          value: (
            <>
              <p>
                指摘：{text}
                <span class="hint">
                  （{madeBy}　<Moment at={madeAt} />）
                </span>
              </p>
              <p>回答：{answer === null ? '（回答待ち）' : answer === '' ? '（内容を直しました）' : answer}</p>
            </>
          ),
        }))}
      />
      {round > 1 && (
        <DataTable
          caption="直されたところ"
          empty="前回から変わったところはありません。"
          rows={changes}
          columns={[
            { label: '欄', cell: ({ label }) => label },
            { label: '前', cell: ({ before }) => before ?? '（なし）' },
            { label: '後', cell: ({ after }) => after ?? '（削除）' },
          ]}
        />
      )}
    </Section>
  );
}
