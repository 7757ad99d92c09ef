import { LONGEST_MOVE_TEXT, type LineMoveRow, type MoveState, type NamedMove } from '../../../closing/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  DataTable,
  Form,
  Notice,
  Section,
  TextArea,
  type Answer,
  type Column,
  type Viewer,
} from '../../shared/index.js';
import { programOfYear } from '../../shared/program-of-year.js';
import { typedText } from '../../shared/typed-text.js';
import { mayEnter } from '../repayments.page.js';

/** How one kind of move between budget lines is spoken of at the treasury. */
export interface LineMoveWords<Move> {
  /** Below `/:town/`. */
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly nothingWaits: string;
  readonly done: string;
  readonly nothingDone: string;
  /** Between the organisation and who asked, and after it. */
  readonly columns: { readonly lines: readonly Column<Move>[]; readonly amount: Column<Move> };
  /** What was asked for, between 補助金 and who asked. */
  readonly asked: (move: Move) => readonly Answer[];
  readonly confirming: { readonly title: string; readonly words: string; readonly button: string };
  readonly confirmed: string;
  readonly states: Readonly<Record<MoveState, string>>;
}

interface ListProps<Move> {
  readonly viewer: Viewer;
  readonly words: LineMoveWords<Move>;
  readonly waiting: readonly Move[];
  readonly done: readonly Move[];
}

/** What waits for the treasury, and what was done. */
export function LineMovesPage<Move extends NamedMove<LineMoveRow>>({ viewer, words, waiting, done }: ListProps<Move>) {
  const list = (moves: readonly Move[], empty: string) => (
    <DataTable
      caption={words.title}
      captionHidden
      cards
      empty={empty}
      rows={moves}
      columns={[
        {
          label: '団体',
          cell: ({ id, grant }) => <a href={viewer.url(`${words.path}/${id}`)}>{grant.organizationName}</a>,
        },
        ...words.columns.lines,
        { label: '求めた人', tight: true, cell: ({ orderedByName }) => orderedByName },
        words.columns.amount,
      ]}
    />
  );
  return (
    <>
      <Section title={`確認を待つもの（${String(waiting.length)}件）`}>{list(waiting, words.nothingWaits)}</Section>
      <Section title={words.done}>{list(done, words.nothingDone)}</Section>
    </>
  );
}

interface AnswerProps<Move> {
  readonly viewer: Viewer;
  readonly words: LineMoveWords<Move>;
  readonly move: Move;
  readonly body: unknown;
}

/** What the section asks for, and the treasury's answer. */
export function LineMovePage<Move extends NamedMove<LineMoveRow>>({ viewer, words, move, body }: AnswerProps<Move>) {
  const { id, grant, orderedByName, answeredByName, state, answer } = move;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: programOfYear(grant) },
          ...words.asked(move),
          { label: '求めた人', value: orderedByName },
          ...(answeredByName ? [{ label: '答えた人', value: answeredByName }] : []),
        ]}
      />
      {state !== 'ordered' ? (
        <Notice tone={state === 'done' ? 'success' : 'neutral'} title={words.states[state]}>
          {answer !== '' && <p>{answer}</p>}
        </Notice>
      ) : mayEnter(viewer) ? (
        <Answering viewer={viewer} path={`${words.path}/${id}`} confirming={words.confirming} body={body} />
      ) : (
        <Notice tone="neutral" title="いま、あなたが行う処理はありません。" />
      )}
    </>
  );
}

interface AnsweringProps extends Pick<LineMoveWords<never>, 'path' | 'confirming'> {
  readonly viewer: Viewer;
  readonly body: unknown;
}

const Answering = ({ viewer, path, confirming, body }: AnsweringProps) => (
  <>
    <Section title={confirming.title}>
      <p>{confirming.words}</p>
      <Form action={viewer.url(`${path}/confirmation`)}>
        <ButtonRow>
          <Button>{confirming.button}</Button>
        </ButtonRow>
      </Form>
    </Section>
    <Section title="担当課に返す">
      <Form action={viewer.url(`${path}/return`)}>
        <TextArea
          name="answer"
          label="返す理由"
          required
          rows={2}
          most={LONGEST_MOVE_TEXT}
          value={typedText(body, 'answer')}
        />
        <ButtonRow>
          <Button kind="danger">担当課に返す</Button>
        </ButtonRow>
      </Form>
    </Section>
  </>
);
