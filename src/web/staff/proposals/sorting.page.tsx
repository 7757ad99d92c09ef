import type { ComponentChildren } from 'preact';
import {
  fieldLabelOf,
  numberInWords,
  SORTING_KINDS,
  SORTING_LABELS,
  type BoardView,
  type SortingKind,
} from '../../../proposals/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  EmptyState,
  Form,
  Hidden,
  Moment,
  Radios,
  Section,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { ProposalStateTag } from '../../shared/proposals/proposal-words.js';

interface SortingProps {
  readonly viewer: Viewer;
  readonly board: BoardView;
  readonly mayWrite: boolean;
  /** As it was sent and refused, by proposal. */
  readonly typed: ReadonlyMap<string, { readonly kind: string; readonly reason: string }>;
}

type Row = BoardView['rows'][number];
type Place = SortingKind | null;

const PLACES: readonly Place[] = [null, ...SORTING_KINDS];
const nameOf = (place: Place): string => (place === null ? '未分類' : SORTING_LABELS[place]);
const KINDS = SORTING_KINDS.map((value) => ({ value, label: SORTING_LABELS[value] }));

/** Every proposal of a call in the column of who is to do it; one form, so that a keyboard alone sorts them all. */
export function SortingPage({ viewer, board, mayWrite, typed }: SortingProps) {
  const { call, rows } = board;
  const columns = PLACES.map((place) => ({
    place,
    of: rows.filter(({ sorting }) => (sorting?.kind ?? null) === place),
  }));
  if (rows.length === 0) {
    return (
      <EmptyState title="提案はまだありません。">
        <p>提案が届くと、ここで仕分けられます。</p>
      </EmptyState>
    );
  }
  const columnsOfAll = (
    <div class="sorting-board">
      {columns.map(({ place, of }) => (
        <Section title={`${nameOf(place)}（${String(of.length)}件）`} key={place}>
          {of.length === 0 && <p class="hint">{place === null ? 'すべて仕分けました。' : 'まだありません。'}</p>}
          {of.map((row) => (
            <Card
              key={row.proposal.id}
              {...{ viewer, row, mayWrite, fieldLabel: fieldLabelOf(call, row.proposal.fieldId) }}
            >
              {mayWrite && <Choice row={row} typed={typed.get(row.proposal.id)} />}
            </Card>
          ))}
        </Section>
      ))}
    </div>
  );
  return (
    <>
      <Counts board={board} />
      {mayWrite ? (
        <Form action={viewer.url(`staff/proposals/${call.id}/sorting`)}>
          {columnsOfAll}
          <ButtonRow>
            <Button>仕分けを保存する</Button>
          </ButtonRow>
        </Form>
      ) : (
        columnsOfAll
      )}
    </>
  );
}

interface CardProps {
  readonly viewer: Viewer;
  readonly row: Row;
  readonly fieldLabel: string;
  readonly children: ComponentChildren;
}

const Card = ({ viewer, row: { proposal, sorting }, fieldLabel, children }: CardProps) => (
  <div class="sorting-card">
    <p>
      {numberInWords(proposal.number)}{' '}
      <a href={viewer.url(`staff/proposals/received/${proposal.id}`)}>{proposal.title}</a>{' '}
      <ProposalStateTag state={proposal.state} />
    </p>
    <p class="hint">
      {fieldLabel} ／ {proposal.proposer.name}
    </p>
    {children}
    {sorting && (
      <p class="hint">
        {sorting.sortedBy}（<Moment at={sorting.sortedAt} />）{sorting.reason && `：${sorting.reason}`}
      </p>
    )}
  </div>
);

const Choice = ({
  row: { proposal, sorting },
  typed,
}: {
  row: Row;
  typed: { readonly kind: string; readonly reason: string } | undefined;
}) => (
  <>
    <Hidden name={`seen[${proposal.id}]`} value={sorting?.id ?? ''} />
    <Radios
      name={`sorting[${proposal.id}]`}
      label={`${numberInWords(proposal.number)}は、だれが行うものですか`}
      options={KINDS}
      value={typed?.kind ?? sorting?.kind}
    />
    <TextField
      name={`why[${proposal.id}]`}
      label={`${numberInWords(proposal.number)}の理由`}
      value={typed?.reason ?? sorting?.reason ?? ''}
    />
  </>
);

/** How many of each field are sorted how. */
function Counts({ board: { call, rows } }: { board: BoardView }) {
  const line = (label: string, of: readonly Row[]) => ({
    label,
    counts: PLACES.map((place) => of.filter(({ sorting }) => (sorting?.kind ?? null) === place).length),
    all: of.length,
  });
  const lines = [
    ...call.fields.map(({ id, label }) =>
      line(
        label,
        rows.filter(({ proposal }) => proposal.fieldId === id),
      ),
    ),
    line('計', rows),
  ];
  return (
    <DataTable
      caption="分野ごとの件数"
      empty=""
      rows={lines}
      columns={[
        { label: '分野', heading: true, cell: ({ label }) => label },
        ...PLACES.map((place, at) => ({
          label: nameOf(place),
          align: 'end' as const,
          cell: ({ counts }: (typeof lines)[number]) => `${String(counts[at])}件`,
        })),
        { label: '計', align: 'end', cell: ({ all }) => `${String(all)}件` },
      ]}
    />
  );
}
