import {
  areJudged,
  leftInWords,
  methodInWords,
  placeInWords,
  type AllocationDesk,
  type TrialView,
} from '../../grants/index.js';
import { formatYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Details,
  EmptyState,
  Figure,
  FigureRow,
  Form,
  Moment,
  Money,
  Section,
  StatusTag,
  type Viewer,
} from '../shared/index.js';
import { AllocationFields } from './allocation-fields.js';
import { Pages, shownPart, type PartOfRows } from '../shared/pages-of-rows.js';
import { proposedFields, shownFields } from './typed-allocation.js';

interface AllocationsProps {
  readonly viewer: Viewer;
  readonly desk: AllocationDesk;
  readonly path: string;
  readonly part: PartOfRows;
  /** What the form of a new trial held when it was refused. */
  readonly typed: unknown;
  readonly mayAct: boolean;
}

/** 配分: what is asked for against what is left, the trials side by side, and the form of a new one. */
export function AllocationsPage(props: AllocationsProps) {
  const { viewer, desk, path, typed, mayAct } = props;
  const { pool, trials } = desk;
  const asked = sumYen(pool.cases.map(({ requested }) => requested));
  return (
    <>
      <p>
        査定額の合計が予算を超えるとき、決める前に配分のしかたを並べて比べます。試案は何度でも作り直せます。起案するまで、団体にも決裁にも影響しません。
      </p>
      <Sums pool={pool} asked={asked} />
      <Section title={`試案の比較（${String(trials.length)}件）`}>
        <TrialTable viewer={viewer} trials={trials} />
        {trials.length > 0 && <SharesSideBySide {...props} />}
      </Section>
      {mayAct && pool.cases.length > 0 && (
        <Section title="試案を作る">
          <Details summary="新しい試案を計算する" open={trials.length === 0 || typed !== undefined}>
            <Form action={viewer.url(path)} once label="新しい試案">
              <AllocationFields pool={pool} values={shownFields(typed, proposedFields(pool))} />
              <ButtonRow>
                <Button>試案を計算する</Button>
              </ButtonRow>
            </Form>
          </Details>
        </Section>
      )}
    </>
  );
}

export function Sums({ pool: { cases, line }, asked }: { pool: AllocationDesk['pool']; asked: Yen }) {
  const left = subtractYen(line.available, asked);
  return (
    <>
      <FigureRow>
        <Figure label={`査定額の合計（${String(cases.length)}件）`}>
          <Money yen={asked} />
        </Figure>
        <Figure label="予算残額" note={`${line.code} ${line.name}`}>
          <Money yen={line.available} />
        </Figure>
        <Figure label={left < ZERO_YEN ? '予算の不足' : '予算の余り'}>
          <Money yen={left < ZERO_YEN ? (-left as Yen) : left} />
        </Figure>
      </FigureRow>
      {cases.length === 0 ? (
        <EmptyState title="配分する申請はありません。">
          <p>審査を通し、まだ起案していない申請が、ここに並びます。</p>
        </EmptyState>
      ) : (
        left >= ZERO_YEN && <p>査定額の合計は予算に収まっています。配分をしなくても起案できます。</p>
      )}
    </>
  );
}

/** A trial a row: what it comes to, whether it still holds, who made it. */
function TrialTable({ viewer, trials }: { viewer: Viewer; trials: readonly TrialView[] }) {
  const count = ({ trial }: TrialView, which: (amount: Yen, requested: Yen) => boolean): string =>
    `${String(trial.cases.filter(({ amount, requested }) => which(amount, requested)).length)}件`;
  return (
    <DataTable
      caption="試案"
      captionHidden
      cards
      empty={{ title: '試案はまだありません。', body: <p>「新しい試案を計算する」で、配分の方法を選んでください。</p> }}
      rows={trials}
      columns={[
        {
          label: '試案',
          cell: (view) => (
            <>
              <a href={viewer.url(`staff/grants/allocations/${view.trial.id}`)}>{view.trial.name}</a>
              <span class="line-note">{methodInWords(view.trial.plan)}</span>
            </>
          ),
        },
        { label: '状態', tight: true, cell: (view) => <TrialState view={view} /> },
        { label: '配分の上限', align: 'end', tight: true, cell: ({ trial }) => <Money yen={trial.plan.ceiling} /> },
        {
          label: '配分額の合計',
          align: 'end',
          tight: true,
          cell: ({ trial }) => <Money yen={trial.allocated} strong />,
        },
        { label: '残り・不足', align: 'end', tight: true, cell: ({ trial }) => leftInWords(trial) },
        {
          label: '査定額のとおり',
          align: 'end',
          tight: true,
          cell: (view) => count(view, (amount, requested) => amount === requested && amount > ZERO_YEN),
        },
        {
          label: '減額',
          align: 'end',
          tight: true,
          cell: (view) => count(view, (amount, requested) => amount > ZERO_YEN && amount < requested),
        },
        { label: '0円', align: 'end', tight: true, cell: (view) => count(view, (amount) => amount === ZERO_YEN) },
        {
          label: '作成',
          cell: ({ trial: { madeAt, madeBy } }) => (
            <>
              <Moment at={madeAt} />
              <span class="line-note">{madeBy}</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** Whether a trial can be used as it is. */
export function TrialState({ view: { trial, outdated, draft } }: { view: TrialView }) {
  if (trial.retiredAt !== null) return <StatusTag>片付け済み</StatusTag>;
  if (draft) return <StatusTag tone="info">起案済み</StatusTag>;
  if (outdated.length > 0) return <StatusTag tone="warning">計算し直しが必要</StatusTag>;
  if (trial.left < ZERO_YEN) return <StatusTag tone="danger">上限を超過</StatusTag>;
  return <StatusTag tone="success">起案できます</StatusTag>;
}

/** Every case a row and every trial a column. */
function SharesSideBySide({ viewer, desk: { pool, trials }, path, part }: AllocationsProps) {
  const shares = trials.map(({ trial }) => new Map(trial.cases.map(({ id, amount }) => [id, amount])));
  const rows = shownPart(pool.cases, part);
  const judged = areJudged(pool.cases);
  if (pool.cases.length === 0) return null;
  return (
    <>
      <DataTable
        caption="申請ごとの額"
        cards
        empty="配分する申請はありません。"
        rows={rows}
        columns={[
          {
            label: '団体・件名',
            cell: ({ id, organizationName, title }) => (
              <>
                <a href={viewer.url(`staff/applications/${id}`)}>{organizationName}</a>
                {title !== pool.document.name && <span class="line-note">{title}</span>}
              </>
            ),
          },
          { label: '収受番号', tight: true, cell: ({ reference }) => reference },
          ...(judged ? [{ label: '審査会の順位', tight: true, cell: placeInWords }] : []),
          { label: '査定額', align: 'end', tight: true, cell: ({ requested }) => <Money yen={requested} /> },
          ...trials.map(({ trial }, index) => ({
            label: trial.name,
            align: 'end' as const,
            tight: true,
            cell: ({ id }: { id: string }) => <Share amount={shares[index]?.get(id)} />,
          })),
        ]}
        totals={[
          ...['全件の合計', '', ...(judged ? [''] : [])],
          <Money yen={sumYen(pool.cases.map(({ requested }) => requested))} strong />,
          ...trials.map(({ trial }) => <Money yen={trial.allocated} strong key={trial.id} />),
        ]}
      />
      <Pages viewer={viewer} path={path} part={part} total={pool.cases.length} />
    </>
  );
}

const Share = ({ amount }: { amount: Yen | undefined }) =>
  amount === undefined ? <>対象外</> : <Money yen={amount} />;

/** `査定額の合計6,000,000円が予算残額5,000,000円を1,000,000円超えています` of what waits to be drafted. */
export const excessInWords = ({ asked, available }: { readonly asked: Yen; readonly available: Yen }): string =>
  `査定額の合計${formatYen(asked)}が予算残額${formatYen(available)}を${formatYen(subtractYen(asked, available))}超えています`;
