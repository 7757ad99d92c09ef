import type { FileShape, ReadRecord } from './read-records.js';
import type { TransferHead, TransferLine } from './transfer.js';

/**
 * Whether the bank will read from the bytes exactly the payments that are meant: same payees, accounts and amounts, count
 * and total, in a file of the bank's own shape. The second look before money leaves; it trusts nothing the writer said,
 * and keeps only the payments that were written and not yet read.
 */
export class TransferProof {
  private readonly written: TransferLine[] = [];
  private agrees = true;
  private kinds = '';
  private count = 0;
  private total = 0n;

  constructor(private readonly head: TransferHead) {}

  meant(line: TransferLine): void {
    this.written.push(line);
  }

  read(record: ReadRecord): void {
    const of = (label: string): string => record.fields.find((field) => field.label === label)?.text ?? '';
    if (this.kinds.at(-1) !== record.kind[0]) this.kinds += record.kind[0] ?? '';
    if (record.kind === 'header') this.expect(this.readsHead(of));
    if (record.kind === 'trailer') {
      this.expect(Number(of('合計件数')) === this.count && BigInt(of('合計金額')) === this.total);
    }
    if (record.kind !== 'data') return;
    const line = this.written.shift();
    this.expect(line !== undefined && readsLine(line, of));
    this.count += 1;
    this.total += line?.amount ?? 0n;
  }

  /** True when nothing that was meant is missing and nothing else stands in the file. */
  end(shape: FileShape): boolean {
    const { lineEnd, endOfFile } = this.head.format;
    this.expect(this.written.length === 0 && this.kinds === 'hdte');
    this.expect(shape.rest === 0 && shape.lineEnd === lineEnd && shape.endOfFile === endOfFile);
    this.expect(shape.records === this.count + 3);
    return this.agrees;
  }

  private expect(agrees: boolean): void {
    this.agrees &&= agrees;
  }

  private readsHead(of: (label: string) => string): boolean {
    const { sender, paymentDate } = this.head;
    return (
      of('種別コード') === '21' &&
      of('取組日') === paymentDate.slice(5).replace('-', '') &&
      of('仕向銀行番号') === sender.bankCode &&
      of('仕向支店番号') === sender.branchCode &&
      of('口座番号') === sender.accountNumber
    );
  }
}

const readsLine = (line: TransferLine, of: (label: string) => string): boolean =>
  of('被仕向銀行番号') === line.bankCode &&
  of('被仕向支店番号') === line.branchCode &&
  of('預金種目') === line.accountKind &&
  of('口座番号') === line.accountNumber &&
  of('受取人名').trimEnd() === line.transferKana.trimEnd() &&
  BigInt(of('振込金額')) === line.amount &&
  of('顧客コード1') === line.reference;
