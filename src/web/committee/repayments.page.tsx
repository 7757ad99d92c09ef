import type { RepaymentFile } from '../../repayments/index.js';
import { DataTable, Day, Money, type Viewer } from '../shared/index.js';
import { RepaymentStateTag } from '../shared/repayment-words.js';

/** Every refund that the organisation was asked for. */
export const CommitteeRepaymentsPage = ({ viewer, files }: { viewer: Viewer; files: readonly RepaymentFile[] }) => (
  <DataTable
    caption="返還するお金"
    captionHidden
    cards
    empty={{
      title: '返還するお金はありません。',
      body: <p>返還の通知書が届くと、納める額と期限がここに出ます。</p>,
    }}
    rows={files}
    columns={[
      {
        label: '補助金',
        cell: ({ demand }) => <a href={viewer.url(`committee/repayments/${demand.id}`)}>{demand.programName}</a>,
      },
      { label: '返還金', align: 'end', cell: ({ demand }) => <Money yen={demand.amount} /> },
      { label: '今日納めるときの残り', align: 'end', cell: ({ standing }) => <Money yen={standing.open} /> },
      {
        label: '期限',
        tight: true,
        cell: ({ demand, standing }) => <Day date={standing.nextDue?.dueOn ?? standing.firstDueOn ?? demand.dueOn} />,
      },
      { label: '状態', tight: true, cell: (file) => <RepaymentStateTag file={file} /> },
    ]}
  />
);
