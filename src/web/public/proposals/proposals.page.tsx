import type { PublicProposal } from '../../../disclosure/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { numberInWords } from '../../../proposals/index.js';
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
          { label: '仕分け', tight: true, cell: ({ sortingLabel }) => sortingLabel ?? 'まだ' },
          {
            label: '扱い',
            cell: ({ title, stateLabel, projects }) => (
              <>
                {stateLabel}
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
