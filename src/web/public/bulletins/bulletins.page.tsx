import type { Bulletin } from '../../../records/index.js';
import { Day, EmptyState, type Viewer } from '../../shared/index.js';
import { Pages, type PartOfRows } from '../../shared/pages-of-rows.js';
import { PlainText } from '../../shared/text-blocks.js';

/** Day and heading of each, leading to the whole. */
export const BulletinLinks = ({ viewer, bulletins }: { viewer: Viewer; bulletins: readonly Bulletin[] }) => (
  <ul class="bulletins">
    {bulletins.map(({ id, day, title }) => (
      <li key={id}>
        <Day date={day} />
        <a href={viewer.url(`bulletins/${id}`)}>{title}</a>
      </li>
    ))}
  </ul>
);

interface BulletinsProps {
  readonly viewer: Viewer;
  readonly bulletins: readonly Bulletin[];
  readonly part: PartOfRows;
  readonly total: number;
}

/** お知らせ that are in force today, the newest first. */
export function BulletinsPage({ viewer, bulletins, part, total }: BulletinsProps) {
  if (bulletins.length === 0) {
    return (
      <EmptyState title="いま載せているお知らせはありません。">
        <p>
          補助金の受付については<a href={viewer.url('')}>{viewer.town.name}の入口のページ</a>
          を見てください。
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <BulletinLinks viewer={viewer} bulletins={bulletins} />
      <Pages viewer={viewer} path="bulletins" part={part} total={total} />
    </>
  );
}

/** One お知らせ, whole. */
export const BulletinPage = ({ viewer, bulletin }: { viewer: Viewer; bulletin: Bulletin }) => (
  <>
    <p class="hint">
      <Day date={bulletin.day} western />
    </p>
    <PlainText text={bulletin.body} level={2} />
    <p class="way-back">
      <a href={viewer.url('bulletins')}>お知らせの一覧に戻る</a>
    </p>
  </>
);
