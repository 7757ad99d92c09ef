import {
  LATER_GROUND_LABELS,
  LONGEST_BASIS,
  type LaterPaymentPage as LaterPaymentView,
} from '../../../closing/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Columns,
  DateField,
  Day,
  Details,
  Form,
  Money,
  Notice,
  Section,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { mayEnter } from '../repayments.page.js';
import { programOfYear } from '../../shared/program-of-year.js';

interface LaterPaymentProps {
  readonly viewer: Viewer;
  readonly view: LaterPaymentView;
  readonly body: unknown;
}

/** What the section asks for beside what the treasury answers. */
export const LaterPaymentPage = (props: LaterPaymentProps) => (
  <Columns asideLabel="会計の確認" main={<Asked {...props} />} aside={<Answer {...props} />} />
);

const Asked = ({ view: { order, grant, arrears, payment } }: LaterPaymentProps) => (
  <CheckAnswers
    answers={[
      { label: '団体', value: grant.organizationName },
      { label: '補助金', value: programOfYear(grant) },
      { label: '支払う額', value: <Money yen={order.amount} strong /> },
      { label: '予算', value: LATER_GROUND_LABELS[order.ground] },
      { label: '決裁の日と番号、支出の科目', value: order.basis },
      { label: '求めた人', value: order.orderedByName },
      { label: '閉鎖の後に残る額', value: <Money yen={arrears} /> },
      ...(payment
        ? [
            { label: '支払った日', value: <Day date={payment.paidOn} /> },
            { label: '伝票番号', value: order.answer },
            { label: '確かめた人', value: payment.recordedBy },
          ]
        : []),
    ]}
  />
);

function Answer({ viewer, view: { order, payment }, body }: LaterPaymentProps) {
  const path = `treasury/later-payments/${order.id}`;
  if (order.state === 'returned' || order.state === 'withdrawn') {
    const title = order.state === 'returned' ? '担当課に返しました' : '担当課が取り下げました';
    return (
      <Notice tone="neutral" title={title}>
        <p>{order.answer}</p>
      </Notice>
    );
  }
  if (order.state === 'paid' && !payment) {
    return (
      <Notice tone="neutral" title="支払の記録は取り消されました">
        <p>支払うときは、担当課がもう一度求めます。</p>
      </Notice>
    );
  }
  if (!mayEnter(viewer)) return <Notice tone="neutral" title="いま、あなたが行う処理はありません。" />;
  if (payment) {
    return (
      <>
        <Notice tone="success" title="支払を確かめました" />
        <Details summary="誤って記録したとき" open={body !== null}>
          <p>支払の記録を反対の記録で取り消します。元の記録は消えません。額は、閉鎖の後に残る額に戻ります。</p>
          <Form action={viewer.url(`${path}/reversal`)}>
            <TextArea
              name="reason"
              label="取り消す理由"
              hint="例：別の団体への支払の伝票だったため。"
              required
              rows={2}
              most={LONGEST_BASIS}
              value={typedText(body, 'reason')}
            />
            <ButtonRow>
              <Button kind="danger">支払の記録を取り消す</Button>
            </ButtonRow>
          </Form>
        </Details>
      </>
    );
  }
  return (
    <>
      <Section title="支払を確かめる">
        <p>財務会計の支払済みの伝票と、団体・額・科目が合っていることを確かめてから記録します。</p>
        <Form action={viewer.url(`${path}/confirmation`)}>
          <DateField name="paidOn" label="支払った日" required value={typedText(body, 'paidOn')} />
          <TextField
            name="slipNumber"
            label="伝票番号"
            hint="例：27-000123"
            size="medium"
            required
            value={typedText(body, 'slipNumber')}
          />
          <ButtonRow>
            <Button>支払を確かめて記録する</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Section title="担当課に返す">
        <Form action={viewer.url(`${path}/return`)}>
          <TextArea
            name="returnReason"
            label="返す理由"
            required
            rows={2}
            most={LONGEST_BASIS}
            value={typedText(body, 'returnReason')}
          />
          <ButtonRow>
            <Button kind="danger">担当課に返す</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}
