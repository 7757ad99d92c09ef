import type { ComponentChildren } from 'preact';
import {
  byProgram,
  hasObstacle,
  OPEN_KINDS,
  type ClosedYear,
  type OpenKind,
  type OpenMatter,
  type YearStanding,
} from '../../closing/index.js';
import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import { subtractYen, sumYen, yen, type Yen } from '../../kernel/yen.js';
import {
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Figure,
  FigureRow,
  Money,
  Notice,
  Prose,
  Section,
  SubNavigation,
  type Viewer,
} from '../shared/index.js';
import { Pages, shownPart, type PartOfRows } from '../shared/pages-of-rows.js';
import { WAITING_WORDS } from '../shared/case-words.js';
import { linePath } from './budget-words.js';
import { LapsedTable } from './year-lapses.js';
import { ObstacleNotice, YearLines } from './year-parts.js';
import { mayOpen, OPEN_LABEL, OPEN_SHORT, openPath, yearPath } from './year-words.js';

interface YearPageProps {
  readonly viewer: Viewer;
  readonly standing: YearStanding;
  readonly years: readonly FiscalYear[];
  readonly mayClose: boolean;
  readonly mayTakeEvidence: boolean;
  /** Only what is open of this kind, all of it; null for the whole page. */
  readonly kind: OpenKind | null;
  readonly parts: { readonly open: PartOfRows; readonly lapsed: PartOfRows; readonly carried: PartOfRows };
}

/** Rows of each kind on the whole page; the rest stands on the kind's own. */
const FIRST = { from: 0, most: 10 };

/** 年度末の状況: the money of the year, and what is not finished, by programme and by whom. */
export function YearPage(props: YearPageProps) {
  const { viewer, standing, years, mayClose, mayTakeEvidence, kind: only, parts } = props;
  const { year, open, closed, lines, lapsed, obstacles } = standing;
  if (only) return <OneKind {...props} kind={only} />;
  const path = yearPath(year);
  const spent = sumYen(lines.map(({ paid, returned }) => subtractYen(paid, returned)));
  return (
    <>
      <SubNavigation
        label="年度"
        items={years.map((each) => ({
          label: formatFiscalYear(each),
          href: viewer.url(yearPath(each)),
          current: each === year,
        }))}
      />
      {closed ? <Closed closed={closed} /> : <ObstacleNotice standing={standing} />}
      <FigureRow>
        <Figure label="予算現額">
          <Money yen={sumYen(lines.map(({ ceiling }) => ceiling))} />
        </Figure>
        <Figure label="支払済額" note="戻入を差し引いた額">
          <Money yen={spent} />
        </Figure>
        <Figure label="終わっていないもの">{String(open.length)}件</Figure>
        <Figure label="支払の最後の日" note="5月31日まで（銀行の営業日）">
          <Day date={standing.lastPaymentDay} />
        </Figure>
      </FigureRow>
      <ButtonRow>
        {mayClose && !closed && !hasObstacle(obstacles) && (
          <ButtonLink href={viewer.url(yearPath(year, 'closing'))}>{formatFiscalYear(year)}を閉鎖する</ButtonLink>
        )}
        <ButtonLink kind="secondary" href={viewer.url('staff/year/proof', { year: String(year) })}>
          帳簿の照合を見る
        </ButtonLink>
        <ButtonLink kind="secondary" href={viewer.url(yearPath(year, 'execution'))}>
          執行状況を見る
        </ButtonLink>
        {mayTakeEvidence && (
          <ButtonLink kind="secondary" href={viewer.url(yearPath(year, 'evidence'))}>
            証拠書類を取り出す
          </ButtonLink>
        )}
      </ButtonRow>
      <Section title="終わっていないもの">
        <Programs open={open} />
      </Section>
      {OPEN_KINDS.map((kind) => (
        <OpenSection {...{ viewer, kind }} open={ofKind(open, kind)} part={FIRST} key={kind}>
          {ofKind(open, kind).length > FIRST.most && (
            <p>
              <a href={viewer.url(path, { kind })}>{OPEN_LABEL[kind]}をすべて見る</a>
            </p>
          )}
        </OpenSection>
      ))}
      <Section title="予算科目">
        <YearLines viewer={viewer} lines={lines} {...(closed && { rests: lapsed })} linkTo={linePath} />
      </Section>
      {lapsed.length > 0 && (
        <Section title={`不用とした負担行為の残り（${String(lapsed.length)}件）`}>
          <LapsedTable viewer={viewer} lapsed={lapsed} part={parts.lapsed} />
          <Pages {...{ viewer, path }} name="lapsed" part={parts.lapsed} total={lapsed.length} />
        </Section>
      )}
      {closed && closed.carried.length > 0 && (
        <Section title="閉鎖のときに残っていたもの">
          <Carried closed={closed} part={parts.carried} />
          <Pages {...{ viewer, path }} name="carried" part={parts.carried} total={closed.carried.length} />
        </Section>
      )}
    </>
  );
}

const ofKind = (open: readonly OpenMatter[], kind: OpenKind): readonly OpenMatter[] =>
  open.filter((matter) => matter.kind === kind);

/** Everything of one kind, in pages. */
function OneKind({ viewer, standing: { year, open }, kind, parts }: YearPageProps & { readonly kind: OpenKind }) {
  const path = yearPath(year);
  return (
    <>
      <OpenSection {...{ viewer, kind }} open={ofKind(open, kind)} part={parts.open}>
        <Pages {...{ viewer, path }} query={{ kind }} part={parts.open} total={ofKind(open, kind).length} />
      </OpenSection>
      <p>
        <a href={viewer.url(path)}>年度末の状況に戻る</a>
      </p>
    </>
  );
}

const Closed = ({ closed }: { closed: ClosedYear }) => (
  <Notice tone="success" title={`${formatEra(closed.closedOn)}に閉鎖しました（${closed.closedBy}）。`}>
    <p>この年度の予算には、もう何も記帳できません。</p>
    {closed.note !== '' && <Prose text={closed.note} />}
  </Notice>
);

function Programs({ open }: { open: readonly OpenMatter[] }) {
  const programs = byProgram(open);
  const kinds = OPEN_KINDS.filter((kind) => open.some((matter) => matter.kind === kind));
  const count = (number: number) => (number === 0 ? '' : `${String(number)}件`);
  return (
    <DataTable
      caption="補助制度ごとの件数"
      captionHidden
      cards="dense"
      rows={programs}
      columns={[
        { label: '補助制度', cell: ({ programName }) => programName },
        ...kinds.map((kind) => ({
          label: OPEN_SHORT[kind],
          align: 'end' as const,
          tight: true,
          cell: ({ counts }: (typeof programs)[number]) => count(counts[kind]),
        })),
      ]}
      totals={['合計', ...kinds.map((kind) => count(open.filter((matter) => matter.kind === kind).length))]}
      empty={{ title: '終わっていないものはありません。', body: <p>申請・請求・支払は、すべて終わっています。</p> }}
    />
  );
}

interface OpenSectionProps {
  readonly viewer: Viewer;
  readonly kind: OpenKind;
  readonly open: readonly OpenMatter[];
  readonly part: PartOfRows;
  readonly children?: ComponentChildren;
}

function OpenSection({ viewer, kind, open, part, children }: OpenSectionProps) {
  if (open.length === 0) return null;
  const amounts = open.flatMap(({ amount }): Yen[] => (amount === null ? [] : [amount]));
  // What nobody knows yet adds up to nothing that could be told.
  const total = amounts.length === 0 ? null : sumYen(amounts);
  return (
    <Section title={`${OPEN_LABEL[kind]}（${String(open.length)}件）`} level={3}>
      <DataTable
        caption={OPEN_LABEL[kind]}
        captionHidden
        cards="dense"
        rows={shownPart(open, part)}
        columns={[
          {
            label: kind === 'unreleased' ? '束' : '団体',
            cell: (matter) =>
              mayOpen(matter, viewer) ? <a href={openPath(matter, viewer)}>{matter.name}</a> : matter.name,
          },
          ...(kind === 'unreleased' ? [] : [{ label: '補助制度', cell: ({ programName }: OpenMatter) => programName }]),
          { label: '金額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
          { label: '待っている相手', tight: true, cell: ({ openWith }) => WAITING_WORDS[openWith] },
          { label: '期日', tight: true, cell: ({ dueOn }) => <Day date={dueOn} /> },
        ]}
        totals={['合計', ...(kind === 'unreleased' ? [] : ['']), <Money yen={total} strong />, '', '']}
        empty="ありません。"
      />
      {children}
    </Section>
  );
}

const Carried = ({ closed, part }: { closed: ClosedYear; part: PartOfRows }) => (
  <DataTable
    caption="閉鎖のときに残っていたもの"
    captionHidden
    cards="dense"
    rows={shownPart(closed.carried, part)}
    columns={[
      { label: '団体', cell: ({ name }) => name },
      { label: '補助制度', cell: ({ programName }) => programName },
      { label: '内容', cell: ({ kind }) => OPEN_LABEL[kind as OpenKind] },
      {
        label: '金額',
        align: 'end',
        tight: true,
        cell: ({ amount }) => <Money yen={amount === null ? null : yen(amount)} />,
      },
    ]}
    empty="残っていたものはありません。"
  />
);
