import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../../kernel/domain-error.js';
import { refuseUnsafePackage } from './package-guard.js';

export type CellValue = string | number | boolean | Date | null;

export interface SheetRows {
  readonly name: string;
  /** Dense rows from the first line on; a formula gives its last result. */
  readonly rows: readonly (readonly CellValue[])[];
}

const MEMORY_MB = 256;
const MAX_ROWS = 5_000;
const MAX_COLUMNS = 'ZZ';
const PATIENCE_MS = 20_000;

/**
 * The worker's whole program. It is text because a worker thread starts from a file of its own, which would be
 * TypeScript under test and JavaScript in production; plain text runs in both.
 */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.reader)
    .then(({ readXlsx }) => readXlsx(workerData.bytes, { range: workerData.range }))
    .then(({ sheets }) => parentPort.postMessage(sheets.map(({ name, rows }) => ({ name, rows }))));
`;

/**
 * The values of every sheet. Parsed in a thread of its own with a memory limit, after the package was found safe,
 * so that no file can take the process down. Throws DomainError `excel.*`.
 */
export async function readWorkbook(bytes: Buffer): Promise<SheetRows[]> {
  refuseUnsafePackage(bytes);
  const reader = pathToFileURL(createRequire(import.meta.url).resolve('hucre/xlsx')).href;
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { reader, bytes: new Uint8Array(bytes), range: `A1:${MAX_COLUMNS}${String(MAX_ROWS)}` },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32 },
    env: {},
    stdout: true,
    stderr: true,
  });
  try {
    return await answerOf(worker);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<SheetRows[]> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new DomainError('excel.unreadable'));
    const patience = setTimeout(refuse, PATIENCE_MS);
    worker.once('message', (sheets: SheetRows[]) => {
      clearTimeout(patience);
      resolve(sheets);
    });
    worker.once('error', refuse);
    worker.once('exit', () => {
      clearTimeout(patience);
      refuse();
    });
  });
}
