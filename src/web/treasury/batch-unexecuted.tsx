import type { BatchPage as BatchView } from '../../payments/index.js';
import { formatYen, groupDigits } from '../../kernel/yen.js';
import {
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  Details,
  Form,
  Notice,
  Select,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { orderNumber } from '../shared/payment-words.js';

export interface TypedUnexecuted {
  readonly lines?: string;
  readonly toldOn?: string;
  readonly reason?: string;
  readonly confirmed?: string;
}

interface UnexecutedProps {
  readonly viewer: Viewer;
  readonly view: BatchView;
  readonly typed: TypedUnexecuted | undefined;
}

/** 銀行が実行しなかったとき: the way out for a batch, or a line of it, that never left the town's account. */
export const Unexecuted = ({ viewer, view: { batch, orders, failed }, typed }: UnexecutedProps) => (
  <Details summary="銀行が実行しなかったとき" open={typed !== undefined}>
    <p>
      銀行がこの束、又はその一部の振込を実行しなかったときに記録します。その支出命令は、この束では支払済にできなくなり、審査と決定をやり直して別の束で支払うか、返付します。もとの振込データは、もう銀行に送らないでください。
    </p>
    <Form action={viewer.url(`treasury/batches/${batch.id}/unexecuted`)} label="銀行が実行しなかった支払">
      <Select
        name="lines"
        label="実行されなかった支払"
        required
        value={typed?.lines}
        options={[
          { value: 'all', label: failed.size > 0 ? '束に残るすべての支払' : '束のすべての支払' },
          ...orders
            .filter(({ id }) => !failed.has(id))
            .map((order) => ({ value: order.id, label: `${orderNumber(order)}　${order.organizationName}` })),
        ]}
      />
      <DateField name="toldOn" label="銀行から聞いた日" required value={typed?.toldOn} />
      <TextArea
        name="reason"
        label="実行されなかった理由"
        hint="例：データの送信が受付の時限に遅れた。"
        required
        rows={3}
        value={typed?.reason ?? ''}
      />
      <Checkbox
        name="confirmed"
        label="銀行に確かめ、口座から資金が出ていないことを確認しました"
        required
        checked={typed?.confirmed === 'yes'}
      />
      <ButtonRow>
        <Button kind="danger">実行されなかったことを記録する</Button>
      </ButtonRow>
    </Form>
  </Details>
);

/** What another batch pays is still written in this one's file. */
export function StillInFile({ view: { unexecuted, failed } }: Pick<UnexecutedProps, 'view'>) {
  if (unexecuted.length === 0) return null;
  return (
    <Notice tone="warning" title="この振込データを、もう一度銀行に送らないでください">
      <p>銀行が実行しなかった次の支払が含まれたままです。別の束で支払うため、送ると二重に支払うおそれがあります。</p>
      <ul>
        {unexecuted.map((order) => (
          <li key={order.id}>
            {orderNumber(order)}　{order.organizationName}　{formatYen(order.amount)}
          </li>
        ))}
      </ul>
      {failed.size > unexecuted.length && <p>ほか{groupDigits(failed.size - unexecuted.length)}件</p>}
    </Notice>
  );
}
