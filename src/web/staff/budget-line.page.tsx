import {
  CHANGE_KINDS,
  ceilingChangeOf,
  ceilingPartsOf,
  type BudgetChange,
  type BudgetLineLedger,
} from '../../budgets/index.js';
import { firstDayOf } from '../../kernel/fiscal-year.js';
import { formatYen, groupDigits } from '../../kernel/yen.js';
import {
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Figure,
  FigureRow,
  Money,
  Section,
  VisuallyHidden,
  type Viewer,
} from '../shared/index.js';
import { ACCOUNT, ENTRY } from '../shared/ledger-words.js';
import { CHANGE, changeInWords, linePath } from './budget-words.js';

interface BudgetLinePageProps {
  readonly viewer: Viewer;
  readonly ledger: BudgetLineLedger;
  readonly mayChange: boolean;
}

/** One line: how its ceiling came about, and 予算台帳 with every posting and its cause. */
export function BudgetLinePage({ viewer, ledger, mayChange }: BudgetLinePageProps) {
  return (
    <>
      <LineFigures ledger={ledger} />
      <Section title="予算現額のうつりかわり">
        <Changes viewer={viewer} ledger={ledger} mayChange={mayChange} />
        {mayChange && (
          <ButtonRow>
            {CHANGE_KINDS.map((kind) => (
              <ButtonLink kind="secondary" href={viewer.url(`${linePath(ledger.line.id)}/${kind}`)} key={kind}>
                {CHANGE[kind]}を記録する
              </ButtonLink>
            ))}
          </ButtonRow>
        )}
      </Section>
      <Section title="予算台帳">
        <Postings ledger={ledger} />
      </Section>
    </>
  );
}

function LineFigures({ ledger: { line, changes, carried } }: { ledger: BudgetLineLedger }) {
  const { initial, supplemented, transferred } = ceilingPartsOf(line, changes, carried);
  const parts = `当初 ${formatYen(initial)}、補正 ${formatYen(supplemented)}、流用 ${formatYen(transferred)}${carried > 0n ? `、前年度からの繰越し ${formatYen(carried)}` : ''}`;
  return (
    <FigureRow>
      <Figure label={ACCOUNT.ceiling} note={parts}>
        <Money yen={line.ceiling} />
      </Figure>
      {line.allotted > 0n && (
        <Figure label={ACCOUNT.allotted} note="予算現額のうち、課で使える額">
          <Money yen={line.allotted} />
        </Figure>
      )}
      <Figure label={ACCOUNT.reserved} note="決裁を待っている額">
        <Money yen={line.reserved} />
      </Figure>
      <Figure label={ACCOUNT.committed} note={`うち支払済み ${groupDigits(line.paid)}円`}>
        <Money yen={line.committed} />
      </Figure>
      {line.returned > 0n && (
        <Figure label={ACCOUNT.returned} note="支払済みのうち、返納されて予算に戻った額">
          <Money yen={line.returned} />
        </Figure>
      )}
      <Figure label="予算残額" note="これから起案できる額">
        <Money yen={line.available} />
      </Figure>
    </FigureRow>
  );
}

/** 当初 first, then every act; the two columns of figures sum to 予算現額 and 配当額. */
function Changes({ viewer, ledger, mayChange }: BudgetLinePageProps) {
  const { line, changes } = ledger;
  const reversed = new Set(changes.map(({ reverses }) => reverses));
  const mayReverse = ({ id, reverses }: BudgetChange): boolean => mayChange && reverses === null && !reversed.has(id);
  return (
    <DataTable
      caption={`${line.name}の予算現額のうつりかわり`}
      captionHidden
      cards
      rows={[null, ...changes]}
      columns={[
        {
          label: '日付',
          tight: true,
          cell: (change) => <Day date={change?.effectiveOn ?? firstDayOf(line.fiscalYear)} />,
        },
        {
          label: '区分',
          cell: (change) => (change ? changeInWords(change, ledger) : ENTRY.opened),
        },
        {
          label: '根拠と理由',
          cell: (change) => (change ? <Grounds change={change} reversed={reversed.has(change.id)} /> : line.source),
        },
        {
          label: '予算現額の増減',
          align: 'end',
          tight: true,
          cell: (change) => (
            <Money
              yen={change ? ceilingChangeOf(change, line.id) : ceilingPartsOf(line, changes, ledger.carried).initial}
            />
          ),
        },
        {
          label: '配当の増減',
          align: 'end',
          tight: true,
          cell: (change) => change?.kind === 'allotment' && <Money yen={change.amount} />,
        },
        {
          label: '記録',
          cell: (change) =>
            change && (
              <>
                {change.recordedBy}
                <p class="hint">
                  <Day date={change.recordedOn} />
                </p>
                {mayReverse(change) && (
                  <a href={viewer.url(`${linePath(line.id)}/changes/${change.id}/reversal`)}>
                    取り消す
                    <VisuallyHidden>
                      ：{CHANGE[change.kind]} {formatYen(change.amount)}
                    </VisuallyHidden>
                  </a>
                )}
              </>
            ),
        },
      ]}
      totals={[
        '現在',
        '',
        '',
        <Money yen={line.ceiling} strong />,
        line.allotted > 0n ? <Money yen={line.allotted} strong /> : '配当なし',
        '',
      ]}
      empty="記録はまだありません。"
    />
  );
}

const Grounds = ({ change, reversed }: { change: BudgetChange; reversed: boolean }) => (
  <>
    {change.basis}
    {change.provision !== '' && <p class="hint">予算の定め：{change.provision}</p>}
    <p class="hint">{change.reason}</p>
    {reversed && <p class="hint">この記録は取り消されています。</p>}
  </>
);

function Postings({ ledger: { line, postings, commitments } }: { ledger: BudgetLineLedger }) {
  const numbers = new Map(commitments.map(({ cause, number }) => [cause.id, number]));
  return (
    <DataTable
      caption={`${line.name}の予算台帳`}
      captionHidden
      cards
      rows={postings}
      columns={[
        { label: '日付', tight: true, cell: ({ postedOn }) => <Day date={postedOn} /> },
        { label: '区分', tight: true, cell: ({ entry }) => ENTRY[entry] },
        {
          label: '摘要',
          cell: ({ cause, note }) => (
            <>
              {cause.label ?? ''}
              {note !== '' && <p class="hint">{note}</p>}
            </>
          ),
        },
        { label: '負担行為番号', tight: true, cell: ({ cause }) => numbers.get(cause.id) ?? '' },
        { label: '勘定', tight: true, cell: ({ account }) => ACCOUNT[account] },
        { label: '増減', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
        { label: '記録した人', cell: ({ postedBy }) => postedBy },
      ]}
      empty="記録はまだありません。"
    />
  );
}
