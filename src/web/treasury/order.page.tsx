import { doubtsPayeeOnly, type OrderPage, type OrderPaper, type OrderState } from '../../payments/index.js';
import { hasDuty } from '../../kernel/actor.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Columns,
  Form,
  Notice,
  Section,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { OrderFacts } from '../shared/payment-order-facts.js';
import { failurePath } from './failures.page.js';
import { CheckFields, type TypedCheck } from './check-fields.js';

export interface TypedTreasuryAct extends TypedCheck {
  readonly reason?: string;
  readonly acceptance?: string;
}

interface TreasuryOrderPageProps {
  readonly viewer: Viewer;
  readonly view: OrderPage;
  readonly typed: TypedTreasuryAct;
}

/** One order: what must agree on the left, what the treasury does about it on the right. */
export function TreasuryOrderPage({ viewer, view, typed }: TreasuryOrderPageProps) {
  return (
    <Columns
      asideLabel="会計の処理"
      main={
        <OrderFacts view={view}>
          <Papers viewer={viewer} order={view.order} />
        </OrderFacts>
      }
      aside={<TreasuryActs viewer={viewer} view={view} typed={typed} />}
    />
  );
}

const PAPERS: readonly (readonly [OrderPaper, string])[] = [
  ['claim', '請求書'],
  ['decision', '交付決定通知書'],
  ['passbook', '通帳の写し'],
  ['delegation', '委任状'],
];

/** The account is that of the organisation's passbook, or of the one whom the 委任状 names. */
const papersOf = ({ payee }: OrderPage['order']) =>
  PAPERS.filter(([paper]) => paper !== (payee.delegate === undefined ? 'delegation' : 'passbook'));

/** They open in a tab of their own, so that they can be laid beside the figures. */
const Papers = ({ viewer, order }: { viewer: Viewer; order: OrderPage['order'] }) => (
  <Section title="突き合わせる書類">
    <ul>
      {papersOf(order).map(([paper, label]) => (
        <li key={paper}>
          <a href={viewer.url(`treasury/orders/${order.id}/papers/${paper}`)} target="_blank" rel="noopener">
            {label}（新しいタブ）
          </a>
        </li>
      ))}
    </ul>
    <p class="hint">通帳の写しと委任状は、この支出命令に載っている口座のものです。開いたことは記録に残ります。</p>
  </Section>
);

const RETURNABLE: readonly OrderState[] = ['ordered', 'checked', 'accepted', 'failed'];

function TreasuryActs({ viewer, view: { order, history }, typed }: TreasuryOrderPageProps) {
  const path = `treasury/orders/${order.id}`;
  const check = history.findLast(({ act }) => act === 'checked');
  const isOnlyPayee = doubtsPayeeOnly(check?.findings ?? []);
  const { state } = order;
  const mayDecide = hasDuty(viewer.actor, 'treasury-decide');
  const mayCheck = hasDuty(viewer.actor, 'treasury-check') && (state === 'ordered' || state === 'checked');
  const mayReturn = mayDecide && RETURNABLE.includes(state);
  if (!mayCheck && !mayReturn) return <NothingToDo viewer={viewer} order={order} />;
  return (
    <>
      {state === 'failed' && <FailureLink viewer={viewer} order={order} />}
      {mayCheck && (
        <Section title="会計審査">
          <Form action={viewer.url(`${path}/check`)}>
            <CheckFields typed={typed} />
            <ButtonRow>
              <Button>審査結果を記録する</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {mayDecide && state === 'checked' && order.checkPassed && (
        <Section title="支払の決定">
          <p>審査はすべて適正です。</p>
          <Form action={viewer.url(`${path}/acceptance`)}>
            <ButtonRow>
              <Button>支払を決定する</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {mayDecide && state === 'checked' && order.checkPassed === false && isOnlyPayee && (
        <Section title="名義の相違を認める">
          <p>
            審査では債権者だけが「問題あり」です。口座に前の代表者の名義が残っていて委任状がないときなど、支払ってよいと判断したときに、理由を残して決定します。
          </p>
          <Form action={viewer.url(`${path}/payee-acceptance`)}>
            <TextArea
              name="acceptance"
              label="認める理由"
              hint="例：前会長名義の口座で、総会の議事録により団体の口座と確かめた。"
              required
              rows={3}
              value={typed.acceptance ?? ''}
            />
            <ButtonRow>
              <Button kind="secondary">理由を残して支払を決定する</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {mayDecide && state === 'ordered' && <Notice tone="info" title="審査を待っています" />}
      {mayReturn && (
        <Section title="返付">
          <p>支出命令を担当課に返します。予算の支出命令額は元に戻り、担当課は改めて支出命令を起案できます。</p>
          <Form action={viewer.url(`${path}/return`)}>
            <TextArea name="reason" label="返付する理由" required rows={3} value={typed.reason ?? ''} />
            <ButtonRow>
              <Button kind="danger">返付する</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}

/** 振込不能・組戻 has a page of its own. */
const FailureLink = ({ viewer, order }: { viewer: Viewer; order: OrderPage['order'] }) => (
  <Section title="振込不能・組戻">
    <ButtonLink kind="secondary" href={viewer.url(failurePath(order.id))}>
      {order.state !== 'paid' ? '振込不能の処理へ進む' : '振込不能・組戻を記録する'}
    </ButtonLink>
  </Section>
);

function NothingToDo({ viewer, order }: { viewer: Viewer; order: OrderPage['order'] }) {
  const { state } = order;
  const words =
    state === 'paid'
      ? '支払が済んでいます。'
      : state === 'returned'
        ? '返付しました。'
        : state === 'drafted' || state === 'withdrawn'
          ? 'まだ会計に回っていません。'
          : state === 'failed'
            ? '振込不能になっています。'
            : state === 'came-back'
              ? '年度の閉鎖の後に、振込先から資金が戻りました。'
              : 'いま、あなたが行う処理はありません。';
  return (
    <>
      <Notice tone="neutral" title={words}>
        <p>
          <a href={viewer.url('treasury/orders')}>会計審査の一覧へ</a>
        </p>
      </Notice>
      {(state === 'paid' || state === 'failed' || state === 'came-back') && (
        <FailureLink viewer={viewer} order={order} />
      )}
    </>
  );
}
