import type { PaymentOrder } from '../../payments/index.js';
import { messageFor, StatusTag } from '../shared/index.js';

/** Why the payee of this order must wait, and what to do; nothing when the money may go. */
export const HoldNote = ({ order, code }: { order: PaymentOrder; code: string | undefined }) =>
  code === undefined ? null : (
    <p class="held-payee">
      <StatusTag tone="danger">支払停止</StatusTag> {messageFor(code, { organization: order.organizationName })}
    </p>
  );

/** Of a batch in a list: how many of its payees must wait. */
export const HeldTag = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <>
      {' '}
      <StatusTag tone="danger">{`支払停止 ${String(count)}件`}</StatusTag>
    </>
  );
