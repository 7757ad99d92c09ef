import {
  equalGroups,
  formatPoints,
  mostPoints,
  POINTS_ROUNDING,
  shortfallInWords,
  type CaseOutcome,
  type MeetingView,
} from '../../panels/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Details,
  EmptyState,
  Form,
  Notice,
  Section,
  StatusTag,
  TextArea,
  TextField,
} from '../shared/index.js';
import { typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { MeetingActs, MeetingHead, type MeetingPageProps } from './panel-meeting-parts.js';

/** The table of results with every member's total; equal cases are settled here, and the scoring can be opened again. */
export function ResultsPage(props: MeetingPageProps) {
  const { viewer, view, mayAct } = props;
  const { meeting, outcomes } = view;
  if (meeting.state === 'scoring') {
    return (
      <>
        <MeetingHead {...props} here="results" />
        <EmptyState title="結果は、採点を締め切ると出ます。">
          <p>点数は、それまで誰にも示しません。</p>
        </EmptyState>
      </>
    );
  }
  const isClosed = meeting.state === 'closed';
  const programmes = new Map(outcomes.map(({ item }) => [item.programId, item.programName]));
  return (
    <>
      <MeetingHead {...props} here="results" />
      {mayAct && isClosed && (
        <div class="screen-only">
          {equalGroups(outcomes).map((group) => (
            <Tie {...props} group={group} key={group[0]?.item.id} />
          ))}
        </div>
      )}
      {outcomes.length === 0 && <EmptyState title="この会で採点したものはありません。" />}
      {[...programmes].map(([id, name]) => (
        <Section title={name} key={id}>
          <div class="panel-results">
            <ResultsTable view={view} outcomes={outcomes.filter(({ item }) => item.programId === id)} caption={name} />
          </div>
        </Section>
      ))}
      <p class="screen-only">
        <ButtonLink kind="secondary" small download href={viewer.url(`staff/panel-meetings/${meeting.id}/results.csv`)}>
          CSVで取り出す
        </ButtonLink>
      </p>
      {mayAct && isClosed && <Reopening {...props} />}
      <MeetingActs acts={view.acts} />
    </>
  );
}

function ResultsTable({
  view: { members, meeting },
  outcomes,
  caption,
}: {
  view: MeetingView;
  outcomes: readonly CaseOutcome[];
  caption: string;
}) {
  const [first] = outcomes;
  const inOrder = outcomes.toSorted((a, b) => (a.placed.place ?? Infinity) - (b.placed.place ?? Infinity));
  return (
    <>
      <DataTable
        caption={`${caption}の結果`}
        captionHidden
        cards
        empty="議題はありません。"
        rows={inOrder}
        columns={[
          { label: '順位', tight: true, align: 'end', cell: (outcome) => <Place outcome={outcome} /> },
          {
            label: '件名',
            heading: true,
            cell: ({ item }) => (
              <>
                {item.title}
                {item.title !== item.organizationName && <p class="hint">{item.organizationName}</p>}
              </>
            ),
          },
          ...members.map(({ staffId, name }) => ({
            label: name,
            align: 'end' as const,
            cell: ({ score }: CaseOutcome) => {
              if (meeting.absent.includes(staffId)) return '欠席';
              if (score.recused.includes(staffId)) return '忌避';
              return score.totals.find((each) => each.staffId === staffId)?.total ?? '';
            },
          })),
          { label: '合計', tight: true, align: 'end', cell: ({ score }) => formatPoints(score.sum) },
          {
            label: '平均',
            tight: true,
            align: 'end',
            cell: ({ score }) => <strong>{score.mean ? formatPoints(score.mean) : ''}</strong>,
          },
          { label: '基準', cell: (outcome) => <Reached outcome={outcome} /> },
        ]}
      />
      {first && (
        <p class="hint">
          {`${String(mostPoints(first.item.rubric))}点満点。平均は${POINTS_ROUNDING}して示し、順位と基準は四捨五入の前の値で決めます。`}
          {first.item.rubric.conflictRule === 'mean'
            ? '忌避した委員は、ほかの委員の平均点を付けたものとして合計します。'
            : '忌避した委員は、合計にも平均にも入れません。'}
          {first.item.rubric.article !== '' && `（${first.item.rubric.article}）`}
        </p>
      )}
      <Details summary="評価項目ごとの平均点">
        <DataTable
          caption={`${caption}の評価項目ごとの平均点`}
          captionHidden
          cards
          empty="議題はありません。"
          rows={inOrder}
          columns={[
            { label: '件名', cell: ({ item }) => item.title },
            ...(first?.item.rubric.criteria ?? []).map(({ id, label, most }) => ({
              label: `${label}（${String(most)}点）`,
              align: 'end' as const,
              cell: ({ score }: CaseOutcome) => {
                const mean = score.criteria.find((each) => each.id === id)?.mean;
                return mean ? formatPoints(mean) : '';
              },
            })),
          ]}
        />
      </Details>
    </>
  );
}

function Place({ outcome: { placed } }: { outcome: CaseOutcome }) {
  if (placed.place === null) return <>―</>;
  return (
    <>
      {placed.place}位{placed.equalTo.length > 0 && <StatusTag tone="warning">同点</StatusTag>}
    </>
  );
}

function Reached({ outcome: { item, score } }: { outcome: CaseOutcome }) {
  if (!score.mean) return <StatusTag tone="warning">採点なし</StatusTag>;
  if (score.shortfalls.length === 0) return <StatusTag tone="success">達している</StatusTag>;
  return (
    <>
      <StatusTag tone="danger">達していない</StatusTag>
      {score.shortfalls.map((shortfall) => (
        <p class="hint" key={shortfall.kind === 'floor' ? shortfall.criterionId : 'least'}>
          {shortfallInWords(item.rubric, shortfall)}
        </p>
      ))}
    </>
  );
}

/** Equal cases in the order that the panel gives them, with its reason. */
function Tie({ viewer, view: { meeting }, group, typed }: MeetingPageProps & { group: readonly CaseOutcome[] }) {
  const isSettled = group.every(({ placed }) => placed.equalTo.length === 0);
  const places = typedTexts(typed, 'places');
  const isTyped = group.some(({ item }) => item.id in places);
  const first = group[0]?.item.id ?? '';
  const form = (
    <Form action={viewer.url(`staff/panel-meetings/${meeting.id}/ties`)} label="同点の順番">
      {group.map(({ item }) => (
        <TextField
          name={`places[${item.id}]`}
          label={`「${item.title}」の順番`}
          hint={item.organizationName}
          required
          size="short"
          inputMode="numeric"
          suffix="番"
          value={isTyped ? places[item.id] : item.tiePlace}
          key={item.id}
        />
      ))}
      <TextArea
        name={`reason[${first}]`}
        label="そう決めた理由"
        required
        rows={2}
        value={isTyped ? typedTexts(typed, 'reason')[first] : group[0]?.item.tieReason}
      />
      <ButtonRow>
        <Button kind={isSettled ? 'secondary' : 'primary'}>順番を決める</Button>
      </ButtonRow>
    </Form>
  );
  if (isSettled) return <Details summary="同点の順番を決め直す">{form}</Details>;
  return (
    <Section title="同点の順番を決める">
      <Notice tone="warning" title={`${String(group.length)}件が同点です`}>
        <p>評価項目で比べても差がつきません。審査会で決めた順番と理由を入力します。</p>
      </Notice>
      {form}
    </Section>
  );
}

function Reopening({ viewer, view: { meeting }, typed }: MeetingPageProps) {
  const isTyped = typed !== undefined && Object.keys(typedTexts(typed, 'places')).length === 0;
  return (
    <Details summary="採点の締切りを解除する" open={isTyped}>
      <p>採点表がまた直せるようになります。同点の順番は決め直します。</p>
      <Form action={viewer.url(`staff/panel-meetings/${meeting.id}/reopening`)} label="締切りの解除">
        <TextField name="reason" label="解除する理由" required value={isTyped ? typedText(typed, 'reason') : ''} />
        <ButtonRow>
          <Button kind="danger">採点の締切りを解除する</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}
