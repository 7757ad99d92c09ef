import { hasDuty } from '../../kernel/actor.js';
import type { Opening } from '../../staff/index.js';
import { VisitList } from './visit.page.js';
import {
  APPLICATION_SUBJECT,
  placesOf,
  rectifiablePlaces,
  type BudgetLine,
  type Place,
} from '../../applications/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Columns,
  DateField,
  Details,
  fieldName,
  Form,
  Moment,
  Notice,
  Refreshed,
  Section,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { ApplicationContent } from '../shared/application-content.js';
import { OpenedByOthers } from '../shared/opened-by-others.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';
import { RectifyLinks } from './rectification.page.js';
import { AssessedWorking, AssessLine, LineJudgement } from './review-assessment.js';
import { PanelResultSection } from './panel-result-section.js';
import { AutomaticChecks, ManualChecks } from './review-checklist.js';
import { ReviewHeading, type ReviewedApplication } from './review-heading.js';

interface ReviewPageProps extends ReviewedApplication {
  readonly viewer: Viewer;
  readonly editable: boolean;
  /** The day that the field for the correction begins with, or what was typed there. */
  readonly correctBy: string;
  /** What could not be saved because a colleague was first. */
  /** Who else works on it now. */
  readonly others: readonly Opening[];
  readonly unsaved?: readonly { readonly label: string; readonly text: string }[] | undefined;
}

/** The application beside its checklist; points are written at the place they speak of. */
export function ReviewPage(props: ReviewPageProps) {
  const { viewer, application, editable, review, others } = props;
  const opened = { viewer, kind: APPLICATION_SUBJECT, id: application.id, others, what: 'この審査' };
  const path = `staff/applications/${application.id}`;
  const columns = <Columns main={<Main {...props} />} aside={<Aside {...props} />} asideLabel="審査" />;
  return (
    <>
      {editable && <OpenedByOthers {...opened} />}
      <ReviewHeading {...props} />
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

function Aside({ viewer, application, review, panel, visits, editable, correctBy }: ReviewPageProps) {
  const subject = { kind: APPLICATION_SUBJECT, id: application.id };
  const mayVisit = visits.open && hasDuty(viewer.actor, 'promotion');
  const path = `staff/applications/${application.id}`;
  return (
    <>
      <PanelResultSection viewer={viewer} standing={panel} />
      <VisitList viewer={viewer} subject={subject} notes={visits.notes} mayWrite={mayVisit} />
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
          <AutomaticChecks review={review} editable />
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
      {!editable && <AutomaticChecks review={review} editable={false} />}
      {application.state === 'passed' && (
        <p>
          <a href={viewer.url('staff/grants')}>交付決定の起案へ進む</a>
        </p>
      )}
    </>
  );
}
