import {
  claimInWords,
  type FailedPayment,
  type Listed,
  type PaymentOrder,
  type StaffPaymentDesk,
} from '../../payments/index.js';
import { groupDigits } from '../../kernel/yen.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Day,
  Form,
  Money,
  Section,
  StatusTag,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { DraftOptions } from './draft-options.js';
import { FailedPaymentTable } from '../shared/failure-words.js';
import { InstalmentNote, PartsToComeTable } from '../shared/instalments.js';
import { Pages, type PartOfRows } from '../shared/pages-of-rows.js';
import { ORDER_STATE, orderNumber, RowChoice } from '../shared/payment-words.js';
import { tickedIn } from '../shared/typed-choice.js';

export interface TypedPaymentDraft {
  readonly claimIds?: readonly string[];
  readonly title?: string;
  readonly reason?: string;
}

/** Which page of each list is shown. */
export type PaymentParts = Readonly<Record<'ready' | 'orders' | 'prepared', PartOfRows>>;

interface OrdersPageProps {
  readonly viewer: Viewer;
  readonly desk: StaffPaymentDesk;
  readonly failed: readonly FailedPayment[];
  readonly typed: TypedPaymentDraft;
  readonly mayDraft: boolean;
  readonly parts: PaymentParts;
}

const PATH = 'staff/payments';

/** Claims in, orders out: what to draft now, what the treasury sent back, and where everything else stands. */
export function OrdersPage({ viewer, desk, failed, typed, mayDraft, parts }: OrdersPageProps) {
  const pages = (field: keyof PaymentParts) => (
    <Pages viewer={viewer} path={PATH} name={field} part={parts[field]} total={desk[field].count} />
  );
  return (
    <>
      {failed.length > 0 && (
        <Section title={`振込不能・組戻（${String(failed.length)}件）`}>
          <p>
            振込みができなかったという知らせが、銀行から届いています。団体に連絡し、口座の変更の届出を受けて確認してください。口座が直り、資金が戻ると、会計が同じ支出命令でもう一度支払います。
          </p>
          <FailedPaymentTable
            lines={failed}
            empty="振込不能・組戻はありません。"
            orderUrl={(orderId) => viewer.url(`staff/payments/orders/${orderId}`)}
            accountUrl={(organizationId) => viewer.url(`staff/organizations/${organizationId}/account`)}
          />
        </Section>
      )}
      <Section title={`支出命令を起案する請求（${groupDigits(desk.ready.count)}件）`}>
        <ReadyClaims viewer={viewer} desk={desk} typed={typed} mayDraft={mayDraft} />
        {pages('ready')}
      </Section>
      <Section title={`支出命令（${groupDigits(desk.orders.count)}件）`}>
        <OrderTable viewer={viewer} orders={desk.orders} />
        {pages('orders')}
      </Section>
      <Section title={`団体の確認を待つ請求（${groupDigits(desk.prepared.count)}件）`}>
        <DataTable
          caption="団体の確認を待つ請求"
          captionHidden
          cards
          empty="確認を待つ請求書はありません。交付決定通知書を施行すると、請求書がここに並びます。"
          rows={desk.prepared.rows}
          columns={[
            {
              label: '団体',
              cell: (claim) => <a href={viewer.url(`staff/payments/claims/${claim.id}`)}>{claim.organizationName}</a>,
            },
            {
              label: '補助金',
              cell: (claim) => (
                <>
                  {claim.programName}
                  <InstalmentNote claim={claim} />
                </>
              ),
            },
            { label: '請求額', align: 'end', cell: (claim) => <Money yen={claim.amount} /> },
          ]}
          totals={['合計', '', <Money yen={desk.prepared.total} strong />]}
        />
        {pages('prepared')}
      </Section>
      {desk.toCome.length > 0 && (
        <Section title={`時期を待つ請求（${String(desk.toCome.length)}件）`}>
          <p>時期が来た日の朝に、請求書が団体の画面に用意されます。</p>
          <PartsToComeTable parts={desk.toCome} organizations />
        </Section>
      )}
    </>
  );
}

function ReadyClaims({ viewer, desk, typed, mayDraft }: Omit<OrdersPageProps, 'failed' | 'parts'>) {
  const chosen = tickedIn(
    typed,
    'claimIds',
    desk.ready.rows.filter(({ delegation }) => delegation?.state !== 'proposed').map(({ claim }) => claim.id),
  );
  const table = (
    <DataTable
      caption="支出命令を起案する請求"
      captionHidden
      cards
      empty={{
        title: '起案する請求はありません。',
        body: <p>団体が請求書を確かめると、ここに並びます。</p>,
      }}
      rows={desk.ready.rows.map((line, index) => ({ ...line, index }))}
      columns={[
        {
          label: '団体',
          cell: ({ claim, index }) =>
            mayDraft ? (
              <RowChoice
                name="claimIds"
                index={index}
                value={claim.id}
                checked={chosen.includes(claim.id)}
                label={claim.organizationName}
              />
            ) : (
              claim.organizationName
            ),
        },
        {
          label: '補助金',
          cell: ({ claim, returnedFor, delegation }) => (
            <>
              {claim.programName}
              {delegation && (
                <p class="row-remark">
                  <StatusTag tone={delegation.state === 'proposed' ? 'warning' : 'neutral'}>委任状</StatusTag>{' '}
                  {delegation.delegateName}が受け取ります。
                  {delegation.state === 'proposed' && '請求書を開いて委任状を確認すると、起案できます。'}
                </p>
              )}
              {returnedFor && (
                <p class="row-remark">
                  <StatusTag tone="danger">返付</StatusTag> {returnedFor}
                </p>
              )}
            </>
          ),
        },
        { label: '請求日', tight: true, cell: ({ claim }) => <Day date={claim.confirmation?.claimedOn ?? null} /> },
        { label: '支払方法', tight: true, cell: ({ claim }) => claimInWords(claim) },
        { label: '請求額', align: 'end', cell: ({ claim }) => <Money yen={claim.amount} /> },
        {
          label: '請求書',
          tight: true,
          cell: ({ claim }) => <a href={viewer.url(`staff/payments/claims/${claim.id}`)}>開く</a>,
        },
      ]}
      totals={['合計', '', '', '', <Money yen={desk.ready.total} strong />, '']}
    />
  );
  if (!mayDraft || desk.ready.count === 0) return table;
  return (
    <Form action={viewer.url('staff/payments/drafts')}>
      {table}
      <TextField name="title" label="件名" required value={typed.title ?? proposedTitle(desk)} />
      <TextArea name="reason" label="起案の理由" required rows={3} value={typed.reason ?? PROPOSED_REASON} />
      <DraftOptions sent={typed} />
      <ButtonRow>
        <Button>選んだ請求の支出命令を起案する</Button>
      </ButtonRow>
    </Form>
  );
}

const PROPOSED_REASON = '請求書のとおり債務が確定しているので、支出を命令してよろしいか伺います。';

const proposedTitle = ({ ready }: StaffPaymentDesk): string => {
  const names = [...new Set(ready.rows.map(({ claim }) => claim.programName))];
  return `${names.length === 1 ? (names[0] ?? '') : '補助金'}の支出命令について`;
};

function OrderTable({ viewer, orders }: { viewer: Viewer; orders: Listed<PaymentOrder> }) {
  return (
    <DataTable
      caption="支出命令"
      captionHidden
      cards
      keyboard
      empty="支出命令はまだありません。上の一覧で請求を選び、起案してください。"
      rows={orders.rows}
      columns={[
        {
          label: '番号',
          tight: true,
          cell: (order) => <a href={viewer.url(`staff/payments/orders/${order.id}`)}>{orderNumber(order)}</a>,
        },
        { label: '団体', cell: (order) => order.organizationName },
        { label: '支出負担行為', tight: true, cell: (order) => order.commitmentNumber },
        { label: '命令日', tight: true, cell: (order) => <Day date={order.orderedOn} /> },
        { label: '金額', align: 'end', cell: (order) => <Money yen={order.amount} /> },
        { label: '支払日', tight: true, cell: (order) => <Day date={order.paidOn} /> },
        {
          label: '状態',
          tight: true,
          cell: ({ state }) => <StatusTag tone={ORDER_STATE[state].tone}>{ORDER_STATE[state].label}</StatusTag>,
        },
      ]}
      totals={['合計', '', '', '', <Money yen={orders.total} strong />, '', '']}
    />
  );
}
