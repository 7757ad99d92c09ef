import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../../kernel/domain-error.js';
import { columnName } from './column-name.js';
import { MAX_ROWS, refuseUnsafePackage } from './package-guard.js';

export type CellValue = string | number | boolean | Date | null;

export interface SheetRows {
  readonly name: string;
  /** Dense rows from the first line on; a formula gives its last result. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Cells with a formula, e.g. `C5`. */
  readonly formulas: readonly string[];
  /** Ranges of merged cells, e.g. `B2:C3`; only the first cell has a value. */
  readonly merged: readonly string[];
}

/** What the thread sends back: places as numbers from 0. */
interface ParsedSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly [row: number, column: number])[];
  readonly merges: readonly {
    readonly startRow: number;
    readonly startCol: number;
    readonly endRow: number;
    readonly endCol: number;
  }[];
}

const MEMORY_MB = 128;
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
    .then(({ sheets }) => parentPort.postMessage(sheets.map(({ name, rows, merges = [], cells = new Map() }) => ({
      name,
      rows,
      merges,
      formulas: [...cells].filter(([, cell]) => cell.formula !== undefined).map(([place]) => place.split(',').map(Number)),
    }))));
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
    return (await answerOf(worker)).map(toSheet);
  } finally {
    await worker.terminate();
  }
}

const cellName = (row: number, column: number): string => `${columnName(column)}${String(row + 1)}`;

const toSheet = ({ name, rows, formulas, merges }: ParsedSheet): SheetRows => ({
  name,
  rows,
  formulas: formulas.map(([row, column]) => cellName(row, column)),
  merged: merges.map(
    ({ startRow, startCol, endRow, endCol }) => `${cellName(startRow, startCol)}:${cellName(endRow, endCol)}`,
  ),
});

function answerOf(worker: Worker): Promise<ParsedSheet[]> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new DomainError('excel.unreadable'));
    const patience = setTimeout(refuse, PATIENCE_MS);
    worker.once('message', (sheets: ParsedSheet[]) => {
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
