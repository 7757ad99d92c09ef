import { DomainError, type ErrorParams } from '../../kernel/domain-error.js';

/** What became of one order of several: done, or refused with the sentence's code. */
export type OrderOutcome =
  | { readonly orderId: string; readonly done: true }
  | { readonly orderId: string; readonly done: false; readonly code: string; readonly params: ErrorParams };

/** Acts on one order after the other, each in its own transaction: what one refuses does not undo the others. */
export async function eachOrder(
  orderIds: readonly string[],
  act: (orderId: string) => Promise<void>,
): Promise<OrderOutcome[]> {
  const outcomes: OrderOutcome[] = [];
  for (const orderId of new Set(orderIds)) {
    try {
      await act(orderId);
      outcomes.push({ orderId, done: true });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      outcomes.push({ orderId, done: false, code: error.code, params: error.params });
    }
  }
  return outcomes;
}
