import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onceARun } from '../../support/once-a-run.js';

const PAYEES = 100_000;
const MEGABYTE = 1024 * 1024;

/** Runs in a process of its own on what is built: makes the file, reads it back with the bank's eyes, and says how it went. */
const SCRIPT = (zengin: string): string => `
  import { createHash } from 'node:crypto';
  const { streamTransferFile } = await import('${zengin}/write-transfer-file.js');
  const { RecordReader } = await import('${zengin}/read-records.js');
  const { TransferProof } = await import('${zengin}/transfer-proof.js');
  const head = {
    sender: { consignorCode: '1234567', consignorKana: 'ﾐﾎﾝｼ', bankCode: '0177', bankKana: 'ﾌｸｵｶ', branchCode: '636',
      branchKana: 'ｵｺﾞｵﾘ', accountKind: '1', accountNumber: '0012345' },
    paymentDate: '2026-05-29',
    format: { lineEnd: 'crlf', endOfFile: true, permittedSymbols: '()-', transferType: '7' },
  };
  const proof = new TransferProof(head);
  function* payments() {
    for (let number = 1; number <= ${String(PAYEES)}; number += 1) {
      const line = { bankCode: '0178', bankKana: 'ﾁｸﾎｳ', branchCode: '101', branchKana: 'ｵｺﾞｵﾘ', accountKind: '1',
        accountNumber: String(number).padStart(7, '0'), transferKana: 'ﾐﾎﾝｺｳｸ ﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ', amount: BigInt(number),
        reference: '2026' + String(number).padStart(6, '0') };
      proof.meant(line);
      yield line;
    }
  }
  let trailer = '';
  const reader = new RecordReader((record) => {
    proof.read(record);
    if (record.kind === 'trailer') trailer = record.fields.map((field) => field.text.trim()).join(' ').trim();
  });
  const hash = createHash('sha256');
  // The kernel's own maximum would count what this process was copied from.
  let rss = 0;
  for await (const block of streamTransferFile(head, payments())) {
    hash.update(block);
    reader.block(block);
    rss = Math.max(rss, process.memoryUsage.rss());
  }
  const shape = reader.end();
  console.log(JSON.stringify({ bytes: shape.bytes, proved: proof.end(shape), trailer, rss, hash: hash.digest('hex').length }));
`;

test('a hundred thousand payees pass through into the file and are read back, within 200 MB', async () => {
  await onceARun('build', () =>
    Promise.resolve(execFileSync(process.execPath, ['.config/build-if-stale.mjs']).toString()),
  );
  const zengin = pathToFileURL('dist/src/payments/domain/zengin').href;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', SCRIPT(zengin)]);
  const { rss, ...file } = JSON.parse(said.toString()) as Record<string, unknown>;
  expect(file).toEqual({
    // 100,003 records of 120 bytes with CR LF, and 0x1A.
    bytes: 100_003 * 122 + 1,
    proved: true,
    // The sum of 1 to 100,000.
    trailer: '8 100000 005000050000',
    hash: 64,
  });
  expect(Number(rss) / MEGABYTE).toBeLessThan(200);
}, 120_000);
