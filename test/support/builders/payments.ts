import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import type { PaymentOrder } from '../../../src/payments/index.js';

/** An accepted order of an invented organisation; say what matters to the test. */
export const anOrder = (told: Partial<PaymentOrder> = {}): PaymentOrder => ({
  id: '00000000-0000-4000-8000-000000000001',
  claimId: '00000000-0000-4000-8000-000000000002',
  grantId: '00000000-0000-4000-8000-000000000003',
  applicationId: '00000000-0000-4000-8000-000000000004',
  organizationId: '00000000-0000-4000-8000-000000000005',
  organizationName: '見本校区まちづくり協議会',
  programName: '運営交付金',
  fiscalYear: fiscalYear(2026),
  budgetLineId: '00000000-0000-4000-8000-000000000006',
  budgetCode: '02-01-07-18-001',
  budgetName: '負担金、補助及び交付金',
  commitmentNumber: 'R8-0001',
  committedOn: localDate('2026-04-20'),
  commitmentAmount: yen(660000),
  claimedOn: localDate('2026-04-28'),
  paymentMethod: '通常払',
  amount: yen(660000),
  payee: {
    bankAccountId: '00000000-0000-4000-8000-000000000007',
    bankCode: '0178',
    bankName: '見本銀行',
    bankKana: 'ﾐﾎﾝ',
    branchCode: '101',
    branchName: '見本支店',
    branchKana: 'ﾐﾎﾝ',
    accountKind: '1',
    accountNumber: '0765432',
    holderKana: 'ミホンコウクマチヅクリキョウギカイ',
    transferKana: 'ﾐﾎﾝｺｳｸﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ',
  },
  state: 'accepted',
  draftId: null,
  number: 1,
  orderedOn: localDate('2026-05-01'),
  checkPassed: true,
  paidOn: null,
  slipNumber: null,
  creditorNumber: null,
  version: 1,
  ...told,
});
