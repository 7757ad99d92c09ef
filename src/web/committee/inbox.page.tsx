import type { IssuedLetter } from '../../notices/index.js';
import { DataTable, Day, StatusTag, type Viewer } from '../shared/index.js';

/** Newest first; what nobody has opened yet says so. */
export function InboxPage({ viewer, letters }: { viewer: Viewer; letters: readonly IssuedLetter[] }) {
  return (
    <DataTable
      caption="届いた文書"
      captionHidden
      cards
      empty={{
        title: '届いた文書はまだありません。',
        body: <p>申請の受付票や交付決定通知書が、ここに届きます。</p>,
      }}
      rows={letters}
      columns={[
        {
          label: '文書',
          cell: (letter) => <a href={viewer.url(`committee/letters/${letter.id}`)}>{letter.title}</a>,
        },
        { label: '文書番号', tight: true, cell: (letter) => letter.number ?? '番号なし' },
        { label: '日付', tight: true, cell: (letter) => <Day date={letter.issuedOn} /> },
        {
          label: '状態',
          tight: true,
          cell: (letter) =>
            letter.openedAt ? <StatusTag>開封済み</StatusTag> : <StatusTag tone="warning">未開封</StatusTag>,
        },
      ]}
    />
  );
}
