import { STATE_LABEL, type TouchedDraft } from '../../approvals/index.js';
import type { AuthorityStep, Post } from '../../staff/index.js';
import { DataTable, Section, StatusTag, type Viewer } from '../shared/index.js';

interface OpenDraftsProps {
  readonly viewer: Viewer;
  readonly drafts: readonly TouchedDraft[];
  readonly posts: readonly Post[];
}

/** A table never changes a route that runs; a returned draft finds its route anew when it is resubmitted. */
export function OpenDrafts({ viewer, drafts, posts }: OpenDraftsProps) {
  const count = drafts.filter(({ differs }) => differs).length;
  return (
    <Section title={`いま動いている起案（${String(drafts.length)}件）`}>
      {drafts.length > 0 && (
        <p>
          {count === 0
            ? 'この表で道筋が変わる起案はありません。'
            : `このうち${String(count)}件は、この表で起案すると道筋が変わります。回っている起案の道筋は、表を公開しても変わりません。`}
        </p>
      )}
      <DataTable
        caption="いま動いている起案と、この表の及ぶところ"
        captionHidden
        cards
        empty="いま動いている起案はありません。"
        rows={[...drafts].sort((a, b) => Number(b.differs) - Number(a.differs))}
        columns={[
          {
            label: '起案',
            cell: ({ id, number, title, opens }) => (
              <>
                {opens ? <a href={viewer.url(`staff/approvals/${id}`)}>{title}</a> : title}
                <p class="hint">{number}</p>
              </>
            ),
          },
          { label: '状態', tight: true, cell: ({ state }) => STATE_LABEL[state] },
          { label: 'いまの番', cell: ({ waitingPost }) => waitingPost ?? '' },
          { label: 'この表なら', cell: (draft) => <UnderTable draft={draft} posts={posts} /> },
          {
            label: 'これから',
            cell: ({ state }) =>
              state === 'returned'
                ? '再提出のとき、そのとき効力のある表で道筋を決め直します。'
                : 'いまの道筋のまま進みます。',
          },
        ]}
      />
    </Section>
  );
}

/** What the table would make of a draft: the same way, another one, or none. */
function UnderTable({ draft: { rule, differs }, posts }: { draft: TouchedDraft; posts: readonly Post[] }) {
  if (rule === null) return <StatusTag tone="danger">行がありません</StatusTag>;
  if (!differs) return <>変わりません</>;
  return (
    <>
      <StatusTag tone="warning">変わります</StatusTag>
      <p class="hint">
        <Route steps={rule.steps} posts={posts} />
      </p>
    </>
  );
}

/** The posts of a rule in their order, the last of which decides. */
export function Route({ steps, posts }: { steps: readonly AuthorityStep[]; posts: readonly Post[] }) {
  const names = steps.map(({ postId, role }, index) => {
    const name = posts.find(({ id }) => id === postId)?.name ?? '（不明な職）';
    if (role === 'consult') return `${name}（合議）`;
    if (role === 'inform') return `${name}（供覧）`;
    return index === steps.findLastIndex((step) => step.role === 'approve') ? `${name}（決裁）` : name;
  });
  return <>{names.join(' → ')}</>;
}
