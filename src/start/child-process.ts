import { fork, type ChildProcess } from 'node:child_process';
import { openSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { environmentWith } from '../config/index.js';
import { StartError } from './start-error.js';

const STOP_PATIENCE_MS = 16_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** One of the processes that `npm start` keeps: web or worker. */
export class Child {
  private readonly process: ChildProcess;
  private exit: number | undefined;
  /** Settles when the process says that it is ready, fails when it ends before. */
  readonly ready: Promise<void>;
  /** Settles with the exit code, 1 for a signal. */
  readonly ended: Promise<number>;

  constructor(
    readonly name: 'web' | 'worker',
    script: string,
    environment: Readonly<Record<string, string | undefined>>,
    private readonly log: string | undefined,
  ) {
    const output = log === undefined ? 'inherit' : openLog(log);
    this.process = fork(fileURLToPath(new URL(script, import.meta.url)), [], {
      execArgv: ['--enable-source-maps'],
      env: environmentWith(environment),
      stdio: ['ignore', output, output, 'ipc'],
      // A group of its own: Ctrl-C at the terminal reaches us alone, and we stop things in their order.
      detached: true,
    });
    this.ended = new Promise((resolve) => {
      this.process.once('exit', (code) => resolve((this.exit = code ?? 1)));
      this.process.once('error', () => resolve((this.exit = 1)));
    });
    this.ready = new Promise((resolve, reject) => {
      this.process.on('message', (message) => {
        if (message === 'ready') resolve();
      });
      void this.ended.then(async () => reject(await this.failure()));
    });
    this.ready.catch(() => undefined);
  }

  /** Asks the process to finish what it has in hand; kills it when that takes too long. */
  async stop(): Promise<void> {
    if (this.exit !== undefined) return;
    this.process.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), STOP_PATIENCE_MS);
    await this.ended;
    clearTimeout(timer);
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  /** Why the process ended, with the last of its log where that is not on the screen. */
  async failure(): Promise<StartError> {
    const tail = this.log === undefined ? '' : `\n${await lastLines(this.log)}`;
    return new StartError(`The ${this.name} process stopped with exit code ${String(await this.ended)}.${tail}`);
  }
}

function openLog(file: string): number {
  const tooLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
  return openSync(file, tooLong ? 'w' : 'a', 0o600);
}

async function lastLines(file: string): Promise<string> {
  const handle = await open(path.resolve(file));
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4000), 0, 4000, Math.max(0, size - 4000));
    return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').slice(-12).join('\n');
  } finally {
    await handle.close();
  }
}
