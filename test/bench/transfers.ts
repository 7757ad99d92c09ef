import type { TransferHead, TransferLine } from '../../src/payments/domain/zengin/transfer.js';
import { localDate } from '../../src/kernel/local-date.js';
import { yen } from '../../src/kernel/yen.js';

/** An invented town's account; nothing of it is a bank's. */
export const HEAD: TransferHead = {
  sender: {
    consignorCode: '1234567',
    consignorKana: 'ﾐﾎﾝｼ ｶｲｹｲｶﾝﾘｼﾔ',
    bankCode: '0177',
    bankKana: 'ﾌｸｵｶ',
    branchCode: '636',
    branchKana: 'ｵｺﾞｵﾘ',
    accountKind: '1',
    accountNumber: '0012345',
  },
  paymentDate: localDate('2026-05-29'),
  format: { lineEnd: 'crlf', endOfFile: true, permittedSymbols: '().-/ ', transferType: '7' },
};

/** So many payments to invented bodies, each made when it is asked for. */
export function* payments(count: number): Generator<TransferLine> {
  for (let number = 1; number <= count; number += 1) {
    yield {
      bankCode: '0178',
      bankKana: 'ﾁｸﾎｳ',
      branchCode: '101',
      branchKana: 'ｵｺﾞｵﾘ',
      accountKind: '1',
      accountNumber: String(number).padStart(7, '0'),
      transferKana: 'ﾐﾎﾝｺｳｸ ﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ ｶｲﾁﾖｳ',
      amount: yen(100_000 + number),
      reference: `2026${String(number).padStart(6, '0')}`,
    };
  }
}
