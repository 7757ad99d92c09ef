import type { CaseItem } from '../../cases/index.js';
import type { ClaimWithOrder, PartToCome } from '../../payments/index.js';
import {
  Day,
  EmptyState,
  Money,
  Notice,
  Section,
  StatusTag,
  DataTable,
  type Tone,
  type Viewer,
} from '../shared/index.js';
import { Named } from '../shared/case-name.js';
import { InstalmentNote, PartsToComeTable } from '../shared/instalments.js';
import { AFTER_SETTLEMENT_WORDS, CLAIM_STATE } from '../shared/payment-words.js';
import { applicationUrl } from './application-words.js';

/** What a committee wants to know: is there something to do, and has the money come. */
export function claimProgress({ claim, order }: ClaimWithOrder): { label: string; tone: Tone } {
  if (order?.state === 'paid') return { label: '振込済み', tone: 'success' };
  if (order?.state === 'failed' || order?.state === 'came-back')
    return { label: '振込できませんでした', tone: 'danger' };
  return order && claim.state === 'confirmed' ? { label: '支払の手続中', tone: 'info' } : CLAIM_STATE[claim.state];
}

interface ClaimListPageProps {
  readonly viewer: Viewer;
  readonly claims: readonly ClaimWithOrder[];
  /** Decided cases that no claim follows. */
  readonly later: readonly CaseItem[];
  /** Parts whose time has not come. */
  readonly toCome: readonly PartToCome[];
}

/** The claims, and what is paid without one now. */
export const ClaimListPage = ({ viewer, claims, later, toCome }: ClaimListPageProps) => (
  <>
    {later.length > 0 && (
      <Notice tone="info" title="事業が終わってから支払われる補助金があります">
        <ul>
          {later.map(({ id, title, programName }) => (
            <li key={id}>
              <a href={applicationUrl(viewer, id)}>
                <Named title={title} program={programName} />
              </a>
            </li>
          ))}
        </ul>
        <p>{AFTER_SETTLEMENT_WORDS}いまは請求書を出しません。</p>
      </Notice>
    )}
    {(claims.length > 0 || later.length === 0) && <ClaimTable viewer={viewer} claims={claims} />}
    {toCome.length > 0 && (
      <Section title="これから請求するもの">
        <p>時期が来ると、請求書が自動で用意され、上の一覧に並びます。</p>
        <PartsToComeTable parts={toCome} organizations={false} />
      </Section>
    )}
  </>
);

function ClaimTable({ viewer, claims }: Pick<ClaimListPageProps, 'viewer' | 'claims'>) {
  if (claims.length === 0) {
    return (
      <EmptyState title="請求書はまだありません。">
        <p>交付決定通知書が届くと、請求書が自動で用意され、ここに並びます。</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="請求書の一覧"
      captionHidden
      cards
      empty="請求書はまだありません。"
      rows={claims}
      columns={[
        {
          label: '補助金',
          cell: ({ claim }) => (
            <>
              <a href={viewer.url(`committee/claims/${claim.id}`)}>{claim.programName}</a>
              <InstalmentNote claim={claim} />
            </>
          ),
        },
        { label: '請求額', align: 'end', cell: ({ claim }) => <Money yen={claim.amount} /> },
        { label: '請求日', tight: true, cell: ({ claim }) => <Day date={claim.confirmation?.claimedOn ?? null} /> },
        { label: '振込日', tight: true, cell: ({ order }) => <Day date={order?.paidOn ?? null} /> },
        {
          label: '状態',
          tight: true,
          cell: (line) => {
            const { label, tone } = claimProgress(line);
            return <StatusTag tone={tone}>{label}</StatusTag>;
          },
        },
      ]}
    />
  );
}
