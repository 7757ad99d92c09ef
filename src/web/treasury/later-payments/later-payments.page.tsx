import { LATER_GROUND_LABELS, type LaterPaymentLine } from '../../../closing/index.js';
import { DataTable, Money, Section, type Viewer } from '../../shared/index.js';
import { programOfYear } from '../../shared/program-of-year.js';

interface LaterPaymentsProps {
  readonly viewer: Viewer;
  readonly waiting: readonly LaterPaymentLine[];
  readonly paid: readonly LaterPaymentLine[];
}

/** What the sections ask to have paid of closed years, and what was. */
export const LaterPaymentsPage = ({ viewer, waiting, paid }: LaterPaymentsProps) => (
  <>
    <Section title={`確認を待つもの（${String(waiting.length)}件）`}>
      <Lines
        viewer={viewer}
        lines={waiting}
        empty="確認を待つものはありません。担当課が、閉鎖した年度の交付金の残りの支払を求めると、ここに並びます。"
      />
    </Section>
    <Section title="支払を確かめたもの">
      <Lines viewer={viewer} lines={paid} empty="支払を確かめたものは、まだありません。" />
    </Section>
  </>
);

const Lines = ({ viewer, lines, empty }: { viewer: Viewer; lines: readonly LaterPaymentLine[]; empty: string }) => (
  <DataTable
    caption="翌年度以降の予算での支払"
    captionHidden
    cards
    empty={empty}
    rows={lines}
    columns={[
      {
        label: '団体',
        cell: ({ order, grant }) => (
          <a href={viewer.url(`treasury/later-payments/${order.id}`)}>{grant.organizationName}</a>
        ),
      },
      { label: '補助金', cell: ({ grant }) => programOfYear(grant) },
      { label: '予算', cell: ({ order }) => LATER_GROUND_LABELS[order.ground] },
      { label: '求めた人', tight: true, cell: ({ order }) => order.orderedByName },
      { label: '額', align: 'end', tight: true, cell: ({ order }) => <Money yen={order.amount} /> },
    ]}
  />
);
