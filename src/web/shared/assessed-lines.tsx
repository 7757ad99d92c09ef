import { yen } from '../../kernel/yen.js';
import type { AssessedLine } from '../../reviews/index.js';
import { EligibilityTag } from './budget-tables.js';
import { DataTable } from './tables.js';
import { Money } from './values.js';

/** 査定: each cost that the town judged, what the applicant said of it, and why. */
export const AssessedLines = ({ lines }: { lines: readonly AssessedLine[] }) => (
  <DataTable
    caption="査定した経費"
    cards
    empty="査定した経費はありません。"
    rows={lines}
    columns={[
      {
        label: '経費',
        cell: ({ label, remark }) => (
          <>
            {label}
            {remark !== '' && <span class="line-note">{remark}</span>}
          </>
        ),
      },
      { label: '金額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={yen(amount)} /> },
      { label: '申請', tight: true, cell: ({ applied }) => <EligibilityTag eligible={applied} /> },
      { label: '査定', tight: true, cell: ({ eligible }) => <EligibilityTag eligible={eligible} /> },
      { label: '理由', cell: ({ reason }) => reason },
    ]}
  />
);
