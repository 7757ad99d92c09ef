import {
  LATER_GROUND_LABELS,
  LONGEST_BASIS,
  type AfterClosing,
  type LaterPaymentOrder,
} from '../../../closing/index.js';
import type { GrantCase } from '../../../grant-changes/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatYen } from '../../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Details,
  Form,
  Hidden,
  Money,
  Notice,
  Radios,
  Section,
  TextArea,
  YenField,
  type Viewer,
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

interface PastYearPaymentProps {
  readonly viewer: Viewer;
  readonly grant: GrantCase['grant'];
  readonly after: AfterClosing;
  readonly body: unknown;
}

/** What the closed year still owes, and what the section asks the treasury to pay of it from a later year. */
export function PastYearPaymentPage({ viewer, grant, after, body }: PastYearPaymentProps) {
  const { arrears, orders, closed } = after;
  const year = formatFiscalYear(grant.fiscalYear);
  const waiting = orders.filter(({ state }) => state === 'ordered');
  const returned = orders.at(-1)?.state === 'returned' ? orders.at(-1) : undefined;
  return (
    <>
      {!closed && arrears > 0n && (
        <p>
          翌年度へ繰り越した額を、翌年度の予算で支払うように会計に求めます。会計が伝票と支払日を確かめると、支払済みになります。繰り越していない額は、
          {year}が開いている間は、ふつうの支出命令で支払います。
        </p>
      )}
      {closed && (arrears > 0n || orders.length > 0) && (
        <p>
          {year}は閉鎖したため、この交付金の残りは{year}
          の予算では支払えません。財政担当の決定を受けて、翌年度以降の予算（過年度支出か、繰り越した予算）での支払を会計に求めます。会計が伝票と支払日を確かめると、支払済みになります。
        </p>
      )}
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: grant.programName },
          { label: closed ? '閉鎖の後に残る額' : '翌年度の予算で支払う残り', value: <Money yen={arrears} strong /> },
        ]}
      />
      {returned && (
        <Notice tone="warning" title="会計から返されました">
          <p>
            {formatYen(returned.amount)}：{returned.answer}（{returned.answeredByName}）
          </p>
        </Notice>
      )}
      {waiting.map((order) => (
        <Waiting viewer={viewer} order={order} body={body} key={order.id} />
      ))}
      {arrears === 0n ? (
        <NothingLeft year={year} closed={closed} />
      ) : (
        waiting.length === 0 && <Asking viewer={viewer} grant={grant} after={after} body={body} />
      )}
    </>
  );
}

const NothingLeft = ({ year, closed }: { year: string; closed: boolean }) =>
  closed ? (
    <Notice tone="info" title="閉鎖の後に残る額はありません">
      <p>支払うものがないか、すべて支払ってあります。</p>
    </Notice>
  ) : (
    <Notice tone="info" title={`${year}は、まだ開いています`}>
      <p>
        年度が開いている間は、ふつうの支出命令で支払います。翌年度へ繰り越した額があるときだけ、この画面で翌年度の予算での支払を求めます。
      </p>
    </Notice>
  );

const Asking = ({ viewer, grant, after: { arrears, grounds }, body }: PastYearPaymentProps) => (
  <Form action={viewer.url(`staff/grants/${grant.id}/past-year-payment`)} once={typedText(body, 'requestId') || true}>
    <Radios
      name="ground"
      label="どの予算で支払うか"
      required
      options={grounds.map((value) => ({ value, label: LATER_GROUND_LABELS[value] }))}
      value={typedText(body, 'ground')}
    />
    <YenField
      name="amount"
      label="支払う額"
      hint={`${formatYen(arrears)}まで`}
      required
      value={typedText(body, 'amount')}
    />
    <TextArea
      name="basis"
      label="決裁の日と番号、支出の科目"
      hint="例：令和9年6月10日決裁 R9-123、令和9年度 総務費 負担金補助及び交付金（過年度支出）"
      required
      rows={3}
      most={LONGEST_BASIS}
      value={typedText(body, 'basis')}
    />
    <ButtonRow>
      <Button>支払を会計に求める</Button>
      <ButtonLink kind="quiet" href={viewer.url(`staff/grants/${grant.id}`)}>
        やめて戻る
      </ButtonLink>
    </ButtonRow>
  </Form>
);

const Waiting = ({ viewer, order, body }: { viewer: Viewer; order: LaterPaymentOrder; body: unknown }) => (
  <Section title="会計の確認を待っています">
    <CheckAnswers
      answers={[
        { label: '額', value: <Money yen={order.amount} strong /> },
        { label: '予算', value: LATER_GROUND_LABELS[order.ground] },
        { label: '決裁の日と番号、支出の科目', value: order.basis },
        { label: '求めた人', value: order.orderedByName },
      ]}
    />
    <Details summary="取り下げるとき" open={typedText(body, 'orderId') === order.id}>
      <Form action={viewer.url(`staff/grants/${order.grantId}/past-year-payment/withdrawal`)}>
        <Hidden name="orderId" value={order.id} />
        <TextArea
          name="withdrawReason"
          label="取り下げる理由"
          required
          rows={2}
          most={LONGEST_BASIS}
          value={typedText(body, 'withdrawReason')}
        />
        <ButtonRow>
          <Button kind="danger">会計への求めを取り下げる</Button>
        </ButtonRow>
      </Form>
    </Details>
  </Section>
);
