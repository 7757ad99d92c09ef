import { formatEra } from '../../kernel/local-date.js';
import { REFUND_PART_LABELS } from '../../kernel/refund-terms.js';
import { formatYen } from '../../kernel/yen.js';
import {
  standingReceipts,
  type RepaymentPage as RepaymentView,
  type RepaymentReceipt,
} from '../../repayments/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Columns,
  DateField,
  Day,
  Form,
  Money,
  Notice,
  Section,
  TextArea,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { ReceiptTable, RepaymentLetters, RepaymentStateTag, StandingTable } from '../shared/repayment-words.js';
import { typedText } from '../shared/typed-text.js';
import { mayEnter } from './repayments.page.js';

interface ReceiptsPageProps {
  readonly viewer: Viewer;
  readonly view: RepaymentView;
  /** What was typed of a receipt that was refused. */
  readonly body: unknown;
  readonly reversing: { readonly receiptId: string; readonly reason: string } | null;
}

/** The receipts of one demand, the field for the next, and the mending of the last. */
export function ReceiptsPage(props: ReceiptsPageProps) {
  const { viewer, view } = props;
  const { demand, receipts, letters } = view;
  return (
    <>
      <p>
        <RepaymentStateTag file={view} />
      </p>
      <Columns
        asideLabel="領収の入力"
        main={
          <>
            <CheckAnswers
              answers={[
                { label: '団体', value: demand.organizationName },
                { label: '補助金', value: demand.programName },
                { label: '返還金', value: <Money yen={demand.amount} strong /> },
                { label: '返還の期限', value: <Day date={demand.dueOn} /> },
                {
                  label: '一部の領収をあてる順',
                  value: demand.terms.allocation.map((part) => REFUND_PART_LABELS[part]).join('、'),
                },
              ]}
            />
            <Section title="今日の額">
              <StandingTable file={view} />
            </Section>
            <Section title="領収">
              <ReceiptTable
                receipts={receipts}
                bookings
                more={
                  mayEnter(viewer)
                    ? [{ label: '取消し', tight: true, cell: (receipt) => reversalOf(props, receipt) }]
                    : []
                }
              />
            </Section>
            <Section title="通知書・納付の用紙">
              <RepaymentLetters viewer={viewer} letters={letters} />
            </Section>
          </>
        }
        aside={<Entry {...props} />}
      />
    </>
  );
}

/** Only the newest can be taken back: what came after it was reckoned on it. */
function reversalOf({ viewer, view }: ReceiptsPageProps, receipt: RepaymentReceipt) {
  const isNewest = standingReceipts(view.receipts).at(-1)?.id === receipt.id;
  const isOpen = view.demand.state === 'demanded' || view.demand.state === 'settled';
  if (!isNewest || !isOpen) return '';
  return <a href={viewer.url(`treasury/repayments/${view.demand.id}/receipts/${receipt.id}`)}>取り消す</a>;
}

function Entry({ viewer, view, body, reversing }: ReceiptsPageProps) {
  const { demand } = view;
  const path = `treasury/repayments/${demand.id}`;
  if (!mayEnter(viewer)) return <p>領収の入力は会計の職員が行います。</p>;
  if (reversing) return <Reversal viewer={viewer} view={view} reversing={reversing} />;
  if (demand.state !== 'demanded')
    return (
      <Notice tone="success" title={demand.state === 'settled' ? 'すべて納められました' : '領収は入力できません'} />
    );
  return (
    <Section title="領収を入力する">
      <Form action={viewer.url(`${path}/receipts`)} once={typedText(body, 'requestId') || true} label="領収の入力">
        <DateField
          name="receivedOn"
          label="領収日"
          hint="領収済通知書の日付印の日です。入力する日ではありません。"
          required
          value={typedText(body, 'receivedOn')}
        />
        <YenField name="amount" label="領収した額" required value={typedText(body, 'amount')} />
        <TextField
          name="slipNumber"
          label="領収番号"
          hint="領収済通知書に番号があるときに書きます。"
          size="medium"
          value={typedText(body, 'slipNumber')}
        />
        <ButtonRow>
          <Button>領収を入力する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Reversal({
  viewer,
  view,
  reversing,
}: Pick<ReceiptsPageProps, 'viewer' | 'view'> & { reversing: NonNullable<ReceiptsPageProps['reversing']> }) {
  const { receiptId, reason } = reversing;
  const path = `treasury/repayments/${view.demand.id}`;
  const receipt = view.receipts.find(({ id }) => id === receiptId);
  return (
    <Section title="領収を取り消す">
      {receipt && (
        <p>
          {formatEra(receipt.receivedOn)}の領収{formatYen(receipt.amount)}
          を、反対の記録で取り消します。元の記録は消えません。
        </p>
      )}
      <Form action={viewer.url(`${path}/receipts/${receiptId}/reversal`)}>
        <TextArea name="reason" label="取り消す理由" required rows={3} value={reason} />
        <ButtonRow>
          <Button kind="danger">領収を取り消す</Button>
          <ButtonLink kind="quiet" href={viewer.url(path)}>
            やめて戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Section>
  );
}
