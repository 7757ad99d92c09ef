import type { Fault } from '../../../kernel/domain-error.js';
import { findForbiddenCharacters } from '../../../kernel/kana.js';
import type { Transfer, TransferFormat, TransferHead, TransferLine } from './transfer.js';

const MAX_AMOUNT = 9_999_999_999n;
const MAX_PAYMENTS = 999_999;

interface TextField {
  readonly label: string;
  readonly text: string;
  readonly width: number;
}

function textFaults(pointer: string, field: TextField, permittedSymbols: string): Fault[] {
  const { label, text, width } = field;
  const forbidden = findForbiddenCharacters(text, permittedSymbols);
  return [
    ...(text.trim() === '' ? [{ pointer, code: 'payments.transfer-text-missing', params: { label } }] : []),
    ...(forbidden.length > 0
      ? [{ pointer, code: 'payments.transfer-characters', params: { label, characters: forbidden.join(' ') } }]
      : []),
    ...([...text].length > width
      ? [{ pointer, code: 'payments.transfer-too-long', params: { label, most: width, bytes: [...text].length } }]
      : []),
  ];
}

function digitFaults(pointer: string, label: string, text: string, width: number): Fault[] {
  return new RegExp(`^\\d{${width}}$`).test(text)
    ? []
    : [{ pointer, code: 'payments.transfer-digits', params: { label, width } }];
}

/** What of the town's own account the bank would refuse, at `sender`. */
export function senderFaults({ sender, format }: TransferHead): Fault[] {
  const symbols = format.permittedSymbols;
  return [
    ...(/^\d{1,10}$/.test(sender.consignorCode)
      ? []
      : [{ pointer: 'sender', code: 'payments.transfer-digits', params: { label: '依頼人コード', width: 10 } }]),
    ...textFaults('sender', { label: '依頼人名', text: sender.consignorKana, width: 40 }, symbols),
    ...textFaults('sender', { label: '仕向銀行名', text: sender.bankKana, width: 15 }, symbols),
    ...textFaults('sender', { label: '仕向支店名', text: sender.branchKana, width: 15 }, symbols),
    ...digitFaults('sender', '仕向銀行番号', sender.bankCode, 4),
    ...digitFaults('sender', '仕向支店番号', sender.branchCode, 3),
    ...digitFaults('sender', '依頼人の口座番号', sender.accountNumber, 7),
  ];
}

/** What of one payment the bank would refuse, at `pointer`. */
export function lineFaults(pointer: string, line: TransferLine, { permittedSymbols }: TransferFormat): Fault[] {
  return [
    ...textFaults(pointer, { label: '振込用カナ', text: line.transferKana, width: 30 }, permittedSymbols),
    ...textFaults(pointer, { label: '銀行名', text: line.bankKana, width: 15 }, permittedSymbols),
    ...textFaults(pointer, { label: '支店名', text: line.branchKana, width: 15 }, permittedSymbols),
    ...digitFaults(pointer, '銀行番号', line.bankCode, 4),
    ...digitFaults(pointer, '支店番号', line.branchCode, 3),
    ...digitFaults(pointer, '口座番号', line.accountNumber, 7),
    ...digitFaults(pointer, '顧客コード', line.reference, 10),
    ...(line.amount > 0n && line.amount <= MAX_AMOUNT ? [] : [{ pointer, code: 'payments.transfer-amount' }]),
  ];
}

export const countFaults = (count: number): Fault[] =>
  count >= 1 && count <= MAX_PAYMENTS
    ? []
    : [{ pointer: 'lines', code: 'payments.transfer-count', params: { most: MAX_PAYMENTS } }];

/**
 * Everything that would keep the bank from taking this transfer, each named by `sender` or `lines[n]` and in words
 * a clerk can act on. Nothing found: `writeTransferFile` cannot refuse it.
 */
export const findTransferFaults = (transfer: Transfer): Fault[] => [
  ...senderFaults(transfer),
  ...countFaults(transfer.lines.length),
  ...transfer.lines.flatMap((line, index) => lineFaults(`lines[${String(index)}]`, line, transfer.format)),
];
