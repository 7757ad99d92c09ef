import {
  nameInWords,
  placesOf,
  rectifiablePlaces,
  type ApplicationView,
  type BudgetLine,
  type Change,
  type CorrectionPoint,
  type LateAcceptance,
  type Place,
  type Rectification,
  type Scans,
  type Submission,
} from '../../applications/index.js';
import type { CaseItem } from '../../cases/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { endOfDay } from '../../kernel/deadline.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import type { PanelStanding } from '../../panels/index.js';
import type { ReviewView, StartFacts } from '../../reviews/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Columns,
  DataTable,
  DateField,
  Details,
  fieldName,
  Figure,
  FigureRow,
  Form,
  Moment,
  Money,
  Notice,
  Refreshed,
  Section,
  StatusTag,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { ApplicationContent } from '../shared/application-content.js';
import { PHASE_WORDS } from '../shared/case-words.js';
import { DeadlineFigure } from '../shared/deadline.js';
import { PaperNotice } from '../shared/paper.js';
import { PriorStartNotice } from '../shared/prior-start.js';
import { Rectifications } from '../shared/rectifications.js';
import { ThreadLink } from '../shared/thread.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';
import { WithdrawalNotice } from '../shared/withdrawal-notice.js';
import { RectifyLinks } from './rectification.page.js';
import { AssessedFigure, AssessedWorking, AssessLine, FallenAssessments, LineJudgement } from './review-assessment.js';
import { PanelResultSection } from './panel-result-section.js';
import { AutomaticChecks, ManualChecks } from './review-checklist.js';

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
  readonly now: Date;
}

interface ReviewPageProps extends ReviewedApplication {
  readonly viewer: Viewer;
  readonly editable: boolean;
  /** The day that the field for the correction begins with, or what was typed there. */
  readonly correctBy: string;
  /** What could not be saved because a colleague was first. */
  readonly unsaved?: readonly { readonly label: string; readonly text: string }[] | undefined;
}

/** The application beside its checklist; points are written at the place they speak of. */
export function ReviewPage(props: ReviewPageProps) {
  const { viewer, application, editable, review } = props;
  const path = `staff/applications/${application.id}`;
  const columns = <Columns main={<Main {...props} />} aside={<Aside {...props} />} asideLabel="審査" />;
  return (
    <>
      <Heading {...props} />
      {props.unsaved && <Unsaved inputs={props.unsaved} />}
      {editable ? (
        <Form
          action={viewer.url(`${path}/review`)}
          version={review.version}
          autosave={viewer.url(`${path}/review`)}
          label="審査"
        >
          <SaveOnEnter />
          {columns}
        </Form>
      ) : (
        columns
      )}
    </>
  );
}

function Heading(props: ReviewPageProps) {
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

const Unsaved = ({ inputs }: { inputs: readonly { readonly label: string; readonly text: string }[] }) => (
  <Notice tone="warning" title="まだ保存していない、あなたの入力">
    <CheckAnswers answers={inputs.map(({ label, text }) => ({ label, value: text }))} />
  </Notice>
);

function Main({ viewer, application, submission, review, scans, editable }: ReviewPageProps) {
  const places = placesOf(submission.content);
  const textAt = (pointer: string): string => review.points.find((point) => point.pointer === pointer)?.text ?? '';
  const rectifiable = rectifiablePlaces(application.document, submission.content);
  const within = (place: string, all: readonly Place[]): Place[] =>
    all.filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}.`));
  const beside = (place: string) => (
    <>
      <PointsBelow places={within(place, places)} textAt={textAt} />
      <RectifyLinks viewer={viewer} applicationId={application.id} places={within(place, rectifiable)} />
    </>
  );
  const path = `staff/applications/${application.id}`;
  const besideLine = (line: BudgetLine) =>
    editable ? <AssessLine review={review} line={line} /> : <LineJudgement review={review} line={line} />;
  return (
    <ApplicationContent
      content={submission.content}
      access={{ href: (sha256) => viewer.url(`${path}/files/${sha256}`), scans }}
      {...(editable && { beside })}
      {...(review.lines.length > 0 && { besideLine })}
      belowWorking={
        <Refreshed id="assessed-working" from={viewer.url(path)}>
          <AssessedWorking assessment={review.assessment} />
        </Refreshed>
      }
    />
  );
}

/** Fields for points, folded away until one is wanted; those with a text stand open. */
function PointsBelow({ places, textAt }: { places: readonly Place[]; textAt: (pointer: string) => string }) {
  return (
    <Details summary="指摘を書く" open={places.some(({ pointer }) => textAt(pointer) !== '')}>
      {places.map(({ pointer, label, text }) => (
        <TextArea
          name={fieldName(`points.${pointer}`)}
          label={`「${label}」への指摘`}
          hint={places.length > 1 && text !== '' ? text : undefined}
          rows={2}
          value={textAt(pointer)}
          key={pointer}
        />
      ))}
    </Details>
  );
}

function Aside({ viewer, application, review, panel, editable, correctBy }: ReviewPageProps) {
  const path = `staff/applications/${application.id}`;
  return (
    <>
      <PanelResultSection viewer={viewer} standing={panel} />
      <ManualChecks review={review} editable={editable} />
      {review.changedBy !== null && (
        <p class="hint">
          最後の保存：{review.changedBy}　
          <Moment at={review.changedAt} />
        </p>
      )}
      {editable && (
        <>
          <ButtonRow>
            <Button formAction={viewer.url(`${path}/passing`)}>審査を終える</Button>
            <Button kind="secondary">保存する</Button>
          </ButtonRow>
          <AutomaticChecks review={review} />
          <Section title="差し戻す" level={2}>
            <p>書いた指摘を団体に送ります。団体は、それぞれの欄で答えて再提出します。</p>
            <DateField name="correctBy" label="補正の期限" required value={correctBy} />
            <ButtonRow>
              <Button kind="secondary" formAction={viewer.url(`${path}/return`)}>
                指摘を送って差し戻す
              </Button>
            </ButtonRow>
          </Section>
        </>
      )}
      {!editable && <AutomaticChecks review={review} />}
      {application.state === 'passed' && (
        <p>
          <a href={viewer.url('staff/grants')}>交付決定の起案へ進む</a>
        </p>
      )}
    </>
  );
}
