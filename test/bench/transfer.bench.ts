import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { streamTransferFile } from '../../src/payments/domain/zengin/write-transfer-file.js';
import type { Contest } from './compare.js';
import { HEAD, payments } from './transfers.js';

const RECORDS = 20_000;

/** The bank's file streamed to disk, record by record, against the same bytes written from memory. */
export async function transferContest(dataDir: string): Promise<Contest> {
  const blocks: Buffer[] = [];
  for await (const block of streamTransferFile(HEAD, payments(RECORDS))) blocks.push(block);
  return {
    what: 'Bank file, records',
    ours: {
      name: 'streamed from payments',
      turn: () => written(dataDir, () => streamTransferFile(HEAD, payments(RECORDS))),
    },
    peer: { name: 'the same bytes written from memory', turn: () => written(dataDir, () => blocks) },
  };
}

async function written(
  dataDir: string,
  blocks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  const name = path.join(dataDir, 'transfer.txt');
  const start = performance.now();
  const file = await open(name, 'w');
  for await (const block of blocks()) await file.write(block);
  await file.close();
  const rate = (RECORDS * 1000) / (performance.now() - start);
  await rm(name);
  return rate;
}
