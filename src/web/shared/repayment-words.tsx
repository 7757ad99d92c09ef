import { formatEra } from '../../kernel/local-date.js';
import { REFUND_PART_LABELS, REFUND_PARTS } from '../../kernel/refund-terms.js';
import { closingDayOf, fiscalYear, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatYen, sumYen } from '../../kernel/yen.js';
import type { IssuedLetter } from '../../notices/index.js';
import {
  awaitsChargeNotice,
  ENTRY_PART_LABELS,
  standingReceipts,
  type DemandState,
  type ReceiptEntry,
  type RepaymentFile,
  type RepaymentReceipt,
} from '../../repayments/index.js';
import { StatusTag, type Tone } from './feedback.js';
import { DataTable, type Column } from './tables.js';
import { Day, Money } from './values.js';
import type { Viewer } from './viewer.js';

const STATE: Readonly<Record<DemandState, { label: string; tone: Tone }>> = {
  open: { label: '起案待ち', tone: 'warning' },
  drafted: { label: '決裁中', tone: 'info' },
  decided: { label: '施行待ち', tone: 'warning' },
  demanded: { label: '納付待ち', tone: 'info' },
  settled: { label: '完納', tone: 'success' },
  lapsed: { label: '消滅（不納欠損待ち）', tone: 'warning' },
  'written-off': { label: '不納欠損', tone: 'neutral' },
  dropped: { label: '取下げ', tone: 'neutral' },
};

/** Where a demand stands; what is late says so in the place of its state. */
export function RepaymentStateTag({ file }: { file: RepaymentFile }) {
  const { demand, standing } = file;
  const { label, tone } =
    demand.state === 'demanded' && standing.overdue > 0n
      ? { label: '期限切れ', tone: 'danger' as const }
      : awaitsChargeNotice(file)
        ? { label: '加算金・延滞金の通知待ち', tone: 'warning' as const }
        : STATE[demand.state];
  return <StatusTag tone={tone}>{label}</StatusTag>;
}

/** Money, 加算金 and 延滞金 with what was asked, paid and is open on the day. */
export function StandingTable({ file: { standing, demand } }: { file: RepaymentFile }) {
  const shown = REFUND_PARTS.filter((part) => part === 'principal' || standing.parts[part].charge !== null);
  const rows = shown.map((part) => standing.parts[part]);
  const total = (of: 'asked' | 'paid' | 'open') => <Money yen={sumYen(rows.map((row) => row[of]))} strong />;
  return (
    <DataTable
      caption={`${formatEra(standing.on)}に納めるときの額`}
      cards
      empty="納めるものはありません。"
      rows={rows}
      columns={[
        { label: '区分', cell: ({ part }) => REFUND_PART_LABELS[part] },
        {
          label: '計算',
          cell: ({ part, charge, relieved }) =>
            part === 'principal' ? (
              demand.terms.article
            ) : (
              <>
                {charge?.formula}
                <br />
                <span class="hint">{charge?.article}</span>
                {relieved > 0n && <span class="line-note">減免：{formatYen(relieved)}</span>}
              </>
            ),
        },
        { label: '納める額', align: 'end', cell: ({ asked }) => <Money yen={asked} /> },
        { label: '納めた額', align: 'end', cell: ({ paid }) => <Money yen={paid} /> },
        { label: '残り', align: 'end', cell: ({ open }) => <Money yen={open} /> },
      ]}
      totals={['合計', '', total('asked'), total('paid'), total('open')]}
    />
  );
}

const BOOKED: Readonly<Record<ReceiptEntry['booking'], string>> = { 'returned-to-line': '戻入', revenue: '歳入' };

/** `返還金 100,000円（戻入・令和8年度）`, for the town hall. */
const entryInWords = ({ part, booking, fiscalYear }: ReceiptEntry): string =>
  `${ENTRY_PART_LABELS[part]}（${formatFiscalYear(fiscalYear)}${BOOKED[booking]}）`;

const entryYear = ({ fiscalYear }: ReceiptEntry): string => formatFiscalYear(fiscalYear);

/** By its day the money itself belonged to a year that was closed before it was entered. */
const isLateRevenue = ({ lateReason, receivedOn, entries }: RepaymentReceipt): boolean =>
  lateReason !== '' &&
  entries.some(
    ({ part, booking, fiscalYear: year }) =>
      part === 'principal' && booking === 'revenue' && receivedOn <= closingDayOf(fiscalYear(year - 1)),
  );

interface ReceiptTableProps {
  readonly receipts: readonly RepaymentReceipt[];
  /** Where each part was booked: the town hall's own matter. */
  readonly bookings: boolean;
  readonly more?: readonly Column<RepaymentReceipt>[];
}

/** What came, by 領収日; for the town hall also what was taken back. */
export function ReceiptTable({ receipts, bookings, more = [] }: ReceiptTableProps) {
  const standing = standingReceipts(receipts);
  const stands = (receipt: RepaymentReceipt): boolean => standing.some(({ id }) => id === receipt.id);
  return (
    <DataTable
      caption="領収"
      captionHidden
      cards
      empty="領収はまだありません。"
      rows={bookings ? receipts : standing}
      columns={[
        { label: '領収日', tight: true, cell: ({ receivedOn }) => <Day date={receivedOn} /> },
        {
          label: '内訳',
          cell: (receipt) => (
            <>
              {receipt.entries.map((entry) => (
                <div key={entry.part}>
                  {bookings ? entryInWords(entry) : ENTRY_PART_LABELS[entry.part]} <Money yen={entry.amount} />
                </div>
              ))}
              {bookings && receipt.decision && (
                <p class="row-remark">
                  {receipt.decision.kind === 'payback' ? '還付の決定' : '還付の記録の取消しの決定'}：
                  {formatEra(receipt.decision.decidedOn)}　{receipt.decision.documentNumber}　
                  {receipt.decision.decidedBy}
                </p>
              )}
              {receipt.payback && (
                <p class="row-remark">
                  還付：{formatEra(receipt.payback.paidOn)}
                  {bookings && `　${receipt.payback.paidTo}　${receipt.payback.documentNumber}`}
                </p>
              )}
              {bookings &&
                receipt.reversedPaybacks.map(({ id, paidOn, paidTo, reason, reversedBy }) => (
                  <p class="row-remark" key={id}>
                    取り消した還付の記録：{formatEra(paidOn)}　{paidTo}（理由：{reason}　取り消した人：{reversedBy}）
                  </p>
                ))}
              {bookings && receipt.lateReason !== '' && (
                <p class="row-remark">領収日についての理由：{receipt.lateReason}</p>
              )}
              {bookings && isLateRevenue(receipt) && (
                <p class="row-remark">
                  出納閉鎖の日までに納められましたが、年度を閉鎖した後に入力したため戻入できず、
                  {receipt.entries.map(entryYear)[0]}の歳入です（地方自治法施行令第160条）。
                </p>
              )}
              {receipt.reversesId !== null && <p class="row-remark">取消の記録：{receipt.reason}</p>}
              {receipt.reversesId === null && !stands(receipt) && (
                <p class="row-remark">
                  <StatusTag>取消し済み</StatusTag>
                </p>
              )}
            </>
          ),
        },
        ...(bookings
          ? [
              { label: '領収番号', tight: true, cell: ({ slipNumber }: RepaymentReceipt) => slipNumber || 'なし' },
              { label: '入力した人', cell: ({ enteredBy }: RepaymentReceipt) => enteredBy },
            ]
          : []),
        { label: '領収額', align: 'end', cell: ({ amount }) => <Money yen={amount} /> },
        ...more,
      ]}
      totals={[
        '合計',
        '',
        ...(bookings ? ['', ''] : []),
        <Money yen={sumYen((bookings ? receipts : standing).map(({ amount }) => amount))} strong />,
        ...more.map(() => ''),
      ]}
    />
  );
}

/** The letters of a demand, each opening where the viewer may read it. */
export const RepaymentLetters = ({ viewer, letters }: { viewer: Viewer; letters: readonly IssuedLetter[] }) => (
  <DataTable
    caption="通知書"
    captionHidden
    cards
    empty="この画面で開ける通知書はまだありません。"
    rows={letters.filter(({ state }) => state !== 'void')}
    columns={[
      {
        label: '文書',
        cell: ({ id, title }) => <a href={letterUrl(viewer, id)}>{title}</a>,
      },
      { label: '文書番号', tight: true, cell: ({ number }) => number ?? '' },
      { label: '日付', tight: true, cell: ({ issuedOn }) => <Day date={issuedOn} /> },
    ]}
  />
);

/** Officers find it in their inbox, staff as the PDF. */
const letterUrl = (viewer: Viewer, id: string): string =>
  viewer.url(viewer.actor.kind === 'officer' ? `committee/letters/${id}` : `staff/letters/${id}/pdf`);
