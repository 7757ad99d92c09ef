import type { Draft } from '../../approvals/index.js';
import { formatEra } from '../../kernel/local-date.js';
import type { Post, StaffView } from '../../staff/index.js';
import { DataTable, Section, type Viewer } from '../shared/index.js';

interface PostWaitingProps {
  readonly viewer: Viewer;
  readonly staff: StaffView;
  readonly post: Post;
  /** Open drafts whose route still needs the post. */
  readonly touched: readonly Draft[];
  /** Who is about to leave the post; without one, as it is held today. */
  readonly leaving?: string;
}

/** The drafts that wait for a post, and how they go on without the one who leaves: nothing of their route is lost. */
export function PostWaiting({ viewer, staff, post, touched, leaving }: PostWaitingProps) {
  return (
    <Section title={`この職を待っている起案（${String(touched.length)}件）`}>
      {touched.length > 0 && <p>{goesOn(staff, post, leaving)}</p>}
      <DataTable
        caption="決裁経路にこの職が残っている起案"
        captionHidden
        cards
        empty="この職を待っている起案はありません。"
        rows={touched}
        columns={[
          { label: '起案番号', tight: true, cell: ({ number }) => number },
          {
            label: '件名',
            heading: true,
            cell: ({ id, title }) => <a href={viewer.url(`staff/approvals/${id}`)}>{title}</a>,
          },
          { label: '起案者', tight: true, cell: ({ drafter }) => drafter.name },
        ]}
      />
    </Section>
  );
}

/** Who acts next: another holder, the one who follows, or whom the rule of the vacant post names. */
function goesOn({ members, holdings, posts, today }: StaffView, post: Post, leaving: string | undefined): string {
  const nameOf = (staffId: string): string => members.find(({ id }) => id === staffId)?.name ?? '';
  const others = members.filter(
    ({ id, posts: held }) => id !== leaving && held.some(({ postId }) => postId === post.id),
  );
  if (others.length > 0) return `${others.map(({ name }) => name).join('、')}さんが、この職として続けて扱います。`;
  const next = holdings.find(
    ({ postId, staffId, fromOn }) => postId === post.id && staffId !== leaving && fromOn > today,
  );
  if (next) return `後任の${nameOf(next.staffId)}さんが、${formatEra(next.fromOn)}から扱います。`;
  const deputy = posts.find(({ id }) => id === post.deputyPostId);
  if (post.whenVacant === 'deputy' && deputy) return `空席のあいだは、「${deputy.name}」が代わって決裁します。`;
  if (post.whenVacant === 'above') {
    return '空席のあいだは、次の職が続けて扱います。この職が最後に決裁する起案は、後任か事務取扱を置くまで待ちます。';
  }
  return '後任か、事務取扱・職務代理を置くまで待ちます。終わりの日の次の日から就く人を、先に割り当ててください。';
}
