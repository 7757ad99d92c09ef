import { LONGEST_MOVE_TEXT, type LineMoveRow, type MoveState, type NamedMove } from '../../../closing/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  DataTable,
  Details,
  Form,
  Hidden,
  Section,
  TextArea,
  type Answer,
  type Column,
  type Viewer,
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

type Move = NamedMove<LineMoveRow>;

interface WaitingProps {
  readonly viewer: Viewer;
  readonly move: Move;
  /** Below the page of the grant. */
  readonly path: string;
  readonly answers: readonly Answer[];
  readonly withdraw: string;
  readonly body: unknown;
}

/** What the section asked the treasury for, and how it takes it back. */
export const Waiting = ({ viewer, move, path, answers, withdraw, body }: WaitingProps) => (
  <Section title="会計の確認を待っています">
    <CheckAnswers answers={[...answers, { label: '求めた人', value: move.orderedByName }]} />
    <Details summary="取り下げるとき" open={typedText(body, 'moveId') === move.id}>
      <Form action={viewer.url(`staff/grants/${move.grantId}/${path}/withdrawal`)}>
        <Hidden name="moveId" value={move.id} />
        <TextArea
          name="answer"
          label="取り下げる理由"
          required
          rows={2}
          most={LONGEST_MOVE_TEXT}
          value={typedText(body, 'answer')}
        />
        <ButtonRow>
          <Button kind="danger">{withdraw}</Button>
        </ButtonRow>
      </Form>
    </Details>
  </Section>
);

interface EarlierProps<Row> {
  readonly title: string;
  readonly moves: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly amount?: Column<Row>;
  readonly states: Readonly<Record<MoveState, string>>;
}

/** What was asked for before, with what became of it. */
export function Earlier<Row extends Move>({ title, moves, columns, amount, states }: EarlierProps<Row>) {
  if (moves.length === 0) return null;
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        cards
        empty=""
        rows={moves}
        columns={[
          ...columns,
          { label: '求めた人', tight: true, cell: ({ orderedByName }) => orderedByName },
          { label: '答えた人', tight: true, cell: ({ answeredByName }) => answeredByName ?? '' },
          ...(amount ? [amount] : []),
          {
            label: '状態',
            cell: ({ state, answer }) => (
              <>
                {states[state]}
                {answer !== '' && <p class="row-remark">{answer}</p>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
