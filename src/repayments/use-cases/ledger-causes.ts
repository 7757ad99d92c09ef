import type { Cause } from '../../budgets/index.js';
import type { RepaymentDemand } from '../domain/demand.js';

/** What the grant's commitment is posted under in the ledger. */
export const grantCause = ({ grantId, organizationName }: RepaymentDemand): Cause => ({
  kind: 'grant',
  id: grantId,
  label: organizationName,
});

/** What a 戻入 is posted under. */
export const receiptCause = (receiptId: string, { organizationName }: RepaymentDemand): Cause => ({
  kind: 'repayment-receipt',
  id: receiptId,
  label: organizationName,
});
