import {
  fieldsOf,
  lineAt,
  placeOfRemark,
  type ApplicationView,
  type Place,
  type Submission,
  type TypedRectification,
} from '../../applications/index.js';
import { placeOf, rowsOf, type Question } from '../../forms/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  FieldGroup,
  fieldName,
  Form,
  Hidden,
  Notice,
  Prose,
  TextArea,
  TextField,
  VisuallyHidden,
  Details,
  type Viewer,
} from '../shared/index.js';
import { isPriorStartApproved, type StartFacts } from '../../reviews/index.js';
import { AnswerField } from '../shared/answer-field.js';

interface RectificationPageProps {
  readonly viewer: Viewer;
  readonly application: ApplicationView;
  readonly submission: Submission;
  readonly place: Place;
  readonly start: StartFacts;
  /** How often the place was put right so far. */
  readonly seen: number;
  /** What a refused form held; null: what stands there. */
  readonly typed: TypedRectification | null;
  readonly reason: string;
}

/** One place of what was sent: what it says, what it shall say, and why. */
export function RectificationPage(props: RectificationPageProps) {
  const { viewer, application, place, start, seen, reason } = props;
  const path = `staff/applications/${application.id}`;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '訂正する欄', value: place.label },
          { label: 'いまの内容', value: <Prose text={place.text === '' ? '（なし）' : place.text} /> },
        ]}
      />
      {place.pointer === periodPlace(application) && isPriorStartApproved(start) && (
        <Notice tone="warning" title="事前着手を認めている申請です">
          <p>
            始まりの日を早くすると、認めた事前着手は効力がなくなり、団体にもそう知らせます。訂正したあと、認めるかどうかをあらためて決めてください。
          </p>
        </Notice>
      )}
      <Form action={viewer.url(`${path}/rectification`)} version={seen} once>
        <Hidden name="place" value={place.pointer} />
        <PlaceFields {...props} />
        <TextArea
          name="reason"
          label="訂正する理由"
          hint="団体に連絡として送ります。例：曜日の書き間違い。連絡で代表の方に確かめました。"
          required
          rows={3}
          value={reason}
        />
        <ButtonRow>
          <Button>訂正して団体に知らせる</Button>
          <ButtonLink kind="quiet" href={viewer.url(path)}>
            審査に戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

const periodPlace = ({ document: { project } }: ApplicationView): string | null =>
  project && placeOf(project.periodQuestion);

function PlaceFields({ application: { document }, submission: { content }, place, typed }: RectificationPageProps) {
  const [, id = '', row] = place.pointer.split('.');
  const line = lineAt(content, place.pointer);
  if (line) {
    const remark = typed && 'remark' in typed ? typed.remark : line.remark;
    return <TextField name={fieldName(placeOfRemark(id))} label="正しい摘要" value={remark} />;
  }
  const question = document.form.flatMap(({ questions }) => questions).find((each) => each.id === id);
  const value = typed && 'answer' in typed ? typed.answer : content.answers.find((answer) => answer.id === id)?.value;
  if (!question || question.kind === 'file' || value === undefined) return null;
  if (question.kind === 'table') {
    const cells = rowsOf(value).find((each) => each.id === row)?.cells ?? [];
    return <RowFields question={question} row={row ?? ''} label={place.label} cells={cells} />;
  }
  return <AnswerField question={question} fields={fieldsOf({ answers: { [id]: value } })} />;
}

interface RowFieldsProps {
  readonly question: Extract<Question, { kind: 'table' }>;
  readonly row: string;
  readonly label: string;
  readonly cells: readonly string[];
}

/** The cells of one row; its amounts stay as they are. */
const RowFields = ({ question, row, label, cells }: RowFieldsProps) => (
  <FieldGroup legend={label}>
    {question.columns.map((column, position) =>
      column.kind === 'yen' ? null : (
        <TextField
          name={fieldName(`form.${question.id}.${row}.${column.id}`)}
          label={column.label}
          size={column.kind === 'text' ? 'long' : 'medium'}
          value={cells[position] ?? ''}
          key={column.id}
        />
      ),
    )}
  </FieldGroup>
);

interface RectifyLinksProps {
  readonly viewer: Viewer;
  readonly applicationId: string;
  readonly places: readonly Place[];
}

/** The way to the page of each of these places; several are folded away. */
export function RectifyLinks({ viewer, applicationId, places }: RectifyLinksProps) {
  const href = (pointer: string): string =>
    viewer.url(`staff/applications/${applicationId}/rectification?place=${encodeURIComponent(pointer)}`);
  const [first, ...others] = places;
  if (!first) return null;
  if (others.length === 0) {
    return (
      <p>
        <a href={href(first.pointer)}>
          職権で訂正する<VisuallyHidden>：{first.label}</VisuallyHidden>
        </a>
      </p>
    );
  }
  return (
    <Details summary="職権で訂正する">
      <ul>
        {places.map(({ pointer, label, text }) => (
          <li key={pointer}>
            <a href={href(pointer)}>{text === '' ? label : `${label}（${text}）`}</a>
          </li>
        ))}
      </ul>
    </Details>
  );
}
