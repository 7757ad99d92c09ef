import type { PublicProposal } from '../../../disclosure/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatEra } from '../../../kernel/local-date.js';
import { numberInWords, SORTING_KINDS, SORTING_LABELS } from '../../../proposals/index.js';
import {
  ButtonLink,
  ButtonRow,
  DataTable,
  EmptyState,
  Section,
  VisuallyHidden,
  type Viewer,
} from '../../shared/index.js';

interface Props {
  readonly viewer: Viewer;
  /** By call, newest first, and within it by number. */
  readonly proposals: readonly PublicProposal[];
}

/** Where a proposal stands on its page, for those who come from its model project. */
export const proposalAnchor = (id: string): string => `proposal-${id}`;

/** Each call with its proposals in a table. */
export function ProposalsPage({ viewer, proposals }: Props) {
  if (proposals.length === 0) {
    return (
      <EmptyState title="載せる提案はまだありません">
        <p>募集が終わると、寄せられた提案をここに載せます。</p>
        <ButtonRow>
          <ButtonLink href={viewer.url('calls')}>いまの募集を見る</ButtonLink>
        </ButtonRow>
      </EmptyState>
    );
  }
  const calls = [...new Set(proposals.map(({ callId }) => callId))];
  return (
    <>
      {calls.map((id) => (
        <CallSection viewer={viewer} key={id} proposals={proposals.filter(({ callId }) => callId === id)} />
      ))}
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url('open-data')}>
          データで受け取る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

/** A call is mostly named after its year already. */
function headingOf({ fiscalYear, callTitle }: Props['proposals'][number]): string {
  const year = formatFiscalYear(fiscalYear);
  return callTitle.includes(year) ? callTitle : `${year}　${callTitle}`;
}

function CallSection({ viewer, proposals }: Props) {
  const [first] = proposals;
  if (!first) return null;
  return (
    <Section title={headingOf(first)}>
      <p>{proposals.length}件の提案がありました。</p>
      <SortedCounts proposals={proposals} />
      <DataTable
        caption={`${first.callTitle}に寄せられた提案`}
        captionHidden
        cards
        empty=""
        rows={proposals}
        columns={[
          { label: '番号', tight: true, cell: ({ number }) => numberInWords(number) },
          { label: '提案の名称', heading: true, cell: ({ id, title }) => <span id={proposalAnchor(id)}>{title}</span> },
          { label: '分野', tight: true, cell: ({ fieldLabel }) => fieldLabel },
          {
            label: '提案者',
            cell: ({ names, proposerKindLabel }) =>
              names.length > 0 ? `${names.join('、')}（${proposerKindLabel}）` : proposerKindLabel,
          },
          {
            label: '仕分け',
            cell: ({ sortingLabel, sorted }) =>
              sorted === null ? (
                NOT_YET
              ) : (
                <>
                  <strong>{sortingLabel}</strong>
                  {sorted.reason && <p>{sorted.reason}</p>}
                  <p class="hint">{[sorted.meeting, formatEra(sorted.on)].filter((part) => part !== '').join('、')}</p>
                </>
              ),
          },
          {
            label: '扱い',
            cell: ({ title, stateLabel, mergedInto, projects }) => (
              <>
                {stateLabel}
                {mergedInto && (
                  <p>
                    統合先：
                    <a href={`#${proposalAnchor(mergedInto.id)}`}>
                      {numberInWords(mergedInto.number)} {mergedInto.title}
                    </a>
                  </p>
                )}
                {projects.map(({ grantId, fiscalYear }) => (
                  <p key={grantId}>
                    <a href={viewer.url(`grants/${grantId}`)}>
                      {formatFiscalYear(fiscalYear)}のモデル事業<VisuallyHidden>：{title}</VisuallyHidden>
                    </a>
                  </p>
                ))}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

const NOT_YET = '仕分け前';

/** How many of each field the town, residents or both together are to do. */
function SortedCounts({ proposals }: Pick<Props, 'proposals'>) {
  const labels = [...SORTING_KINDS.map((kind) => SORTING_LABELS[kind]), NOT_YET].filter(
    (label) => label !== NOT_YET || proposals.some(({ sortingLabel }) => sortingLabel === null),
  );
  const line = (label: string, of: Props['proposals'], isTotal = false) => ({
    ...{ label, isTotal },
    counts: labels.map((each) => of.filter(({ sortingLabel }) => (sortingLabel ?? NOT_YET) === each).length),
    all: of.length,
  });
  const inOrder = proposals.toSorted((one, other) => one.fieldPlace - other.fieldPlace);
  const fields = [...new Set(inOrder.map(({ fieldLabel }) => fieldLabel))];
  const lines = [
    ...fields.map((field) =>
      line(
        field,
        proposals.filter(({ fieldLabel }) => fieldLabel === field),
      ),
    ),
    line('計', proposals, true),
  ];
  return (
    <DataTable
      caption="分野と仕分けごとの件数"
      cards="dense"
      empty=""
      rows={lines}
      columns={[
        { label: '分野', heading: true, cell: ({ label }) => label },
        ...labels.map((label, at) => ({
          label,
          align: 'end' as const,
          cell: ({ counts, isTotal }: (typeof lines)[number]) =>
            isTotal || counts[at] !== 0 ? `${String(counts[at])}件` : '',
        })),
        { label: '計', align: 'end', cell: ({ all }) => `${String(all)}件` },
      ]}
    />
  );
}
