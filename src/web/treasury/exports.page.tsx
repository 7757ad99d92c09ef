import { exportNumberText, type AccountingDesk, type AccountingParts } from '../../payments/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { groupDigits } from '../../kernel/yen.js';
import { Button, ButtonRow, DataTable, FileField, Form, Money, Moment, Section, type Viewer } from '../shared/index.js';
import { Pages } from '../shared/pages-of-rows.js';
import { orderNumber, PayeeLines, RowChoice } from '../shared/payment-words.js';

interface ExportsPageProps {
  readonly viewer: Viewer;
  readonly desk: AccountingDesk;
  readonly parts: AccountingParts;
}

const mayWork = ({ actor }: Viewer): boolean => hasDuty(actor, 'treasury-check') || hasDuty(actor, 'treasury-decide');

/** Out with what was accepted, in with what was paid. */
export function ExportsPage({ viewer, desk, parts }: ExportsPageProps) {
  const pages = (field: keyof AccountingParts) => (
    <Pages viewer={viewer} path="treasury/exports" name={field} part={parts[field]} total={desk[field].count} />
  );
  return (
    <>
      <p>
        <a href={viewer.url('treasury/exports/layout')}>受け渡すファイルの様式</a>
      </p>
      <Section title={`財務会計に渡す支出命令（${groupDigits(desk.accepted.count)}件）`}>
        <ToExport viewer={viewer} desk={desk} />
        {pages('accepted')}
      </Section>
      <Section title={`支払済一覧を待つ支出命令（${groupDigits(desk.waiting.count)}件）`}>
        <OrderLines
          orders={desk.waiting}
          caption="支払済一覧を待つ支出命令"
          empty="支払済一覧を待つ支出命令はありません。"
        />
        {pages('waiting')}
      </Section>
      {mayWork(viewer) && (
        <Section title="支払済一覧の取込み">
          <PaidListForm viewer={viewer} />
        </Section>
      )}
      <Section title="出力したファイル">
        <Exports viewer={viewer} desk={desk} />
      </Section>
      <Section title="取り込んだ支払済一覧">
        <PaidLists desk={desk} />
      </Section>
    </>
  );
}

function ToExport({ viewer, desk }: Omit<ExportsPageProps, 'parts'>) {
  const { count, rows } = desk.accepted;
  const empty = '財務会計に渡す支出命令はありません。会計管理者が支払を決定すると、ここに並びます。';
  const table = (
    <OrderLines orders={desk.accepted} caption="財務会計に渡す支出命令" empty={empty} choose={mayWork(viewer)} />
  );
  if (!mayWork(viewer) || rows.length === 0) return table;
  return (
    <Form action={viewer.url('treasury/exports')}>
      {table}
      <ButtonRow>
        <Button>選んだ支出命令のファイルを作る</Button>
        {count > rows.length && (
          <Button kind="secondary" name="all" value="yes">
            {`待っている${groupDigits(count)}件すべてのファイルを作る`}
          </Button>
        )}
      </ButtonRow>
    </Form>
  );
}

interface OrderLinesProps {
  readonly orders: AccountingDesk['accepted'];
  readonly caption: string;
  readonly empty: string;
  readonly choose?: boolean;
}

function OrderLines({ orders, caption, empty, choose = false }: OrderLinesProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      empty={empty}
      rows={orders.rows.map((order, index) => ({ order, index }))}
      columns={[
        {
          label: '番号',
          tight: true,
          cell: ({ order, index }) =>
            choose ? (
              <RowChoice name="orderIds" index={index} value={order.id} checked label={orderNumber(order)} />
            ) : (
              orderNumber(order)
            ),
        },
        { label: '債権者', cell: ({ order }) => order.organizationName },
        { label: '支出負担行為', tight: true, cell: ({ order }) => order.commitmentNumber },
        { label: '振込先', cell: ({ order }) => <PayeeLines payee={order.payee} /> },
        { label: '金額', align: 'end', cell: ({ order }) => <Money yen={order.amount} /> },
      ]}
      totals={[`合計 ${groupDigits(orders.count)}件`, '', '', '', <Money yen={orders.total} strong />]}
    />
  );
}

const PaidListForm = ({ viewer }: { viewer: Viewer }) => (
  <Form action={viewer.url('treasury/exports/paid-lists')} upload>
    <FileField
      name="file"
      label="財務会計の支払済一覧（CSV）"
      hint="1行でも直すところがあれば、1件も取り込みません。直すところは行番号で示します。"
      required
      accept=".csv"
    />
    <ButtonRow>
      <Button>支払済一覧を取り込む</Button>
    </ButtonRow>
  </Form>
);

function Exports({ viewer, desk }: Omit<ExportsPageProps, 'parts'>) {
  return (
    <DataTable
      caption="出力したファイル"
      captionHidden
      cards
      empty="出力したファイルはまだありません。"
      rows={desk.exports}
      columns={[
        {
          label: '出力番号',
          tight: true,
          cell: (file) => (
            <a href={viewer.url(`treasury/exports/${file.id}`)}>
              {exportNumberText(fiscalYear(file.fiscalYear), file.number)}
            </a>
          ),
        },
        { label: '作成', tight: true, cell: (file) => <Moment at={file.exportedAt} /> },
        { label: '作成者', cell: (file) => file.exportedBy },
        { label: '件数', align: 'end', tight: true, cell: (file) => `${String(file.count)}件` },
        { label: '合計', align: 'end', cell: (file) => <Money yen={file.total} /> },
      ]}
    />
  );
}

function PaidLists({ desk }: Pick<ExportsPageProps, 'desk'>) {
  return (
    <DataTable
      caption="取り込んだ支払済一覧"
      captionHidden
      cards
      empty="取り込んだ支払済一覧はまだありません。"
      rows={desk.paidLists}
      columns={[
        { label: 'ファイル', cell: (list) => list.fileName },
        { label: '取込み', tight: true, cell: (list) => <Moment at={list.takenAt} /> },
        { label: '取込み者', cell: (list) => list.takenBy },
        { label: '件数', align: 'end', tight: true, cell: (list) => `${String(list.count)}件` },
        { label: '合計', align: 'end', cell: (list) => <Money yen={list.total} /> },
      ]}
    />
  );
}
