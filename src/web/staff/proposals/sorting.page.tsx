import {
  fieldLabelOf,
  isSortable,
  isSortingSettled,
  numberInWords,
  SORTING_KINDS,
  SORTING_LABELS,
  sortedWhere,
  type BoardView,
  type Sorting,
  type SortingKind,
  type TypedSorting,
} from '../../../proposals/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  DateField,
  EmptyState,
  FieldGroup,
  Form,
  Hidden,
  Moment,
  Notice,
  Radios,
  Section,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { ProposalStateTag } from '../../shared/proposals/proposal-words.js';

interface SortingProps {
  readonly viewer: Viewer;
  readonly board: BoardView;
  readonly mayWrite: boolean;
  /** As it was sent and refused, by proposal. */
  readonly typed: ReadonlyMap<string, TypedSorting>;
  /** The meeting, as it was sent. */
  readonly said: { readonly meeting: string; readonly metOn: string };
}

type Row = BoardView['rows'][number];
type Place = SortingKind | null;

const PLACES: readonly Place[] = [null, ...SORTING_KINDS];
const nameOf = (place: Place): string => (place === null ? '未分類' : SORTING_LABELS[place]);
const KINDS = SORTING_KINDS.map((value) => ({ value, label: SORTING_LABELS[value] }));

/**
 * Every proposal in a row of one form, so that a keyboard alone sorts them all; below it the board of three columns, as it is
 * read and printed.
 */
export function SortingPage({ viewer, board, mayWrite, typed, said }: SortingProps) {
  const { call, rows } = board;
  if (rows.length === 0) {
    return (
      <EmptyState title="提案はまだありません。">
        <p>提案が届くと、ここで仕分けられます。</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Counts board={board} />
      <Settlement viewer={viewer} board={board} mayWrite={mayWrite} />
      {mayWrite && (
        <Section title="仕分ける">
          <p>
            だれが行うものかを選び、理由を書いて、保存します。選んだもの、変えたものには、理由が必要です。募集が終わると、仕分けと理由、日付を公表します。個人の名前は書かないでください。途中でも保存できます。キーボードでは、Tabで移り、矢印で選べます。
          </p>
          <Form action={viewer.url(`staff/proposals/${call.id}/sorting`)} label="仕分け">
            {rows.map((row) => (
              <Row
                key={row.proposal.id}
                {...{ viewer, call, row, typed: typed.get(row.proposal.id), isTied: board.tied.has(row.proposal.id) }}
              />
            ))}
            <FieldGroup
              legend="仕分けた会議"
              hint="会議で仕分けたときに入力します。この保存で選んだもの、変えたもののすべてに記録し、募集が終わったあと公表します。"
            >
              <TextField
                name="meeting"
                label="会議の名前"
                hint="例：自治基本条例制定準備委員会　第10回"
                value={said.meeting}
              />
              <DateField name="metOn" label="開催日" value={said.metOn} />
            </FieldGroup>
            <ButtonRow>
              <Button>仕分けを保存する</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      <Columns viewer={viewer} board={board} />
    </>
  );
}

/** Once all are sorted, the section settles it; from then on proposers read it, and are told of what changes. */
function Settlement({ viewer, board: { call, rows, settled }, mayWrite }: Omit<SortingProps, 'typed' | 'said'>) {
  if (settled) {
    return (
      <Notice tone="success" title="仕分けを確定しました">
        <p>
          <Moment at={settled.settledAt} />（{settled.settledBy}
          ）。提案者は、自分のページで仕分けと理由を読めます。ここで仕分けを変えて保存すると、その提案者にあらためて知らせます。
        </p>
        <p>
          メールの届かない提案者は、<a href={viewer.url(`staff/proposals/${call.id}/received`)}>届いた提案</a>
          の「知らせること」に残ります。
        </p>
      </Notice>
    );
  }
  if (!mayWrite || rows.some(({ sorting }) => sorting === null)) return null;
  return (
    <Form action={viewer.url(`staff/proposals/${call.id}/sorting/settlement`)} label="仕分けの確定">
      <p>
        すべての提案を仕分けました。確定すると、仕分けと理由を提案者が読めるようになり、メールの届く提案者にはメールで知らせます。
      </p>
      <ButtonRow>
        <Button kind="secondary">仕分けを確定して知らせる</Button>
      </ButtonRow>
    </Form>
  );
}

interface RowProps {
  readonly viewer: Viewer;
  readonly call: BoardView['call'];
  readonly row: Row;
  readonly typed: TypedSorting | undefined;
  /** The reader keeps away from it. */
  readonly isTied: boolean;
}

/** One proposal to be sorted; where a colleague was quicker, it says so beside what was typed. */
const Row = ({ viewer, call, row: { proposal, sorting }, typed, isTied }: RowProps) => (
  <div class="sorting-card">
    <div>
      <p>
        {numberInWords(proposal.number)}{' '}
        <a href={viewer.url(`staff/proposals/received/${proposal.id}`)}>{proposal.title}</a>{' '}
        <ProposalStateTag state={proposal.state} />
      </p>
      <p class="hint">
        {fieldLabelOf(call, proposal.fieldId)} ／ {proposal.proposer.name}
      </p>
      {sorting && <Said sorting={sorting} />}
      {isTied && (
        <p class="sorting-overtaken">
          あなたと利害関係があるため、選べません。ほかの職員が仕分けます。
          {sorting && `いまの仕分け：${SORTING_LABELS[sorting.kind]}`}
        </p>
      )}
      {!isTied && sorting && isSortingSettled(proposal, sorting) && (
        <p>
          もう結果が決まったため、仕分けは変えられません。いまの仕分け：{SORTING_LABELS[sorting.kind]}
          {sorting.reason && `（${sorting.reason}）`}
        </p>
      )}
      {!isTied && sorting && !isSortingSettled(proposal, sorting) && typed && typed.seen !== sorting.id && (
        <p class="sorting-overtaken">
          ほかの職員が先に「{SORTING_LABELS[sorting.kind]}」としました。ここで選んだものは、まだ保存していません。
        </p>
      )}
    </div>
    {!isTied && !isSortable(proposal) && (
      <p class="hint">
        必要性の確認がまだのため、仕分けられません。
        <a href={viewer.url(`staff/proposals/received/${proposal.id}`)}>
          {numberInWords(proposal.number)}の必要性を確かめる
        </a>
      </p>
    )}
    {!isTied && isSortable(proposal) && !isSortingSettled(proposal, sorting) && (
      <Choice proposal={proposal} sorting={sorting} typed={typed} />
    )}
  </div>
);

const Choice = ({ proposal, sorting, typed }: Row & Pick<RowProps, 'typed'>) => (
  <>
    <Hidden name={`seen[${proposal.id}]`} value={sorting?.id ?? ''} />
    <Radios
      name={`sorting[${proposal.id}]`}
      label={`${numberInWords(proposal.number)}は、だれが行うものですか`}
      labelHidden
      options={KINDS}
      inline
      value={typed?.kind ?? sorting?.kind}
    />
    <TextArea
      rows={3}
      name={`why[${proposal.id}]`}
      label={`${numberInWords(proposal.number)}の理由`}
      value={typed?.reason ?? sorting?.reason ?? ''}
    />
  </>
);

const Said = ({ sorting }: { sorting: Sorting }) => (
  <p class="hint">
    {sortedWhere(sorting)}
    {sortedWhere(sorting) && '　記入：'}
    {sorting.sortedBy}（<Moment at={sorting.sortedAt} />）
  </p>
);

/** Who is to do what, with who said so and why. */
const Columns = ({ viewer, board: { rows } }: { viewer: Viewer; board: BoardView }) => (
  <Section title="仕分けの一覧">
    <div class="sorting-board">
      {PLACES.map((place) => {
        const of = rows.filter(({ sorting }) => (sorting?.kind ?? null) === place);
        if (place === null && of.length === 0) return null;
        return (
          <Section level={3} title={`${nameOf(place)}（${String(of.length)}件）`} key={place}>
            {of.length === 0 && <p class="hint">まだありません。</p>}
            <ul>
              {of.map(({ proposal, sorting }) => (
                <li key={proposal.id}>
                  {numberInWords(proposal.number)}{' '}
                  <a href={viewer.url(`staff/proposals/received/${proposal.id}`)}>{proposal.title}</a>
                  {sorting?.reason && <p class="hint">{sorting.reason}</p>}
                  {sorting && <Said sorting={sorting} />}
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  </Section>
);

/** How many of each field are sorted how. */
function Counts({ board: { call, rows } }: { board: BoardView }) {
  const line = (label: string, of: readonly Row[], isTotal = false) => ({
    ...{ label, isTotal },
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
    line('計', rows, true),
  ].filter(({ all }) => all > 0);
  return (
    <DataTable
      caption="分野ごとの件数"
      cards="dense"
      empty=""
      rows={lines}
      columns={[
        { label: '分野', heading: true, cell: ({ label }) => label },
        ...PLACES.map((place, at) => ({
          label: nameOf(place),
          align: 'end' as const,
          cell: ({ counts, isTotal }: (typeof lines)[number]) =>
            isTotal || counts[at] !== 0 ? `${String(counts[at])}件` : '',
        })),
        { label: '計', align: 'end', cell: ({ all }) => `${String(all)}件` },
      ]}
    />
  );
}
