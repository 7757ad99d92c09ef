import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { environmentWith } from '../config/index.js';
import { StartError } from './start-error.js';

const STOP_PATIENCE_MS = 16_000;
const LOG_LIMIT_BYTES = 10_000_000;
/** One that dies more often than this within a minute would die again. */
const SUCCESSORS_A_MINUTE = 3;

/** One of the processes that `npm start` keeps: web or worker. One that dies unasked has a successor at once. */
export class Child {
  private process: ChildProcess;
  private stopping = false;
  private exit: number | undefined;
  private readonly deaths: number[] = [];
  /** Settles when the process says for the first time that it is ready, fails when it ends before. */
  readonly ready: Promise<void>;
  /** Settles with the last exit code, 1 for a signal, when no successor follows. */
  readonly ended: Promise<number>;
  private sayReady: () => void = () => undefined;
  private sayEnded: (exit: number) => void = () => undefined;
  private wasReady = false;

  constructor(
    readonly name: 'web' | 'worker',
    private readonly script: string,
    private environment: Readonly<Record<string, string | undefined>>,
    private readonly log: string | undefined,
  ) {
    this.ended = new Promise((resolve) => (this.sayEnded = resolve));
    this.ready = new Promise((resolve, reject) => {
      this.sayReady = resolve;
      // Whoever was ready once has nobody waiting for the reason, and perhaps no log any more.
      void this.ended.then(() => (this.wasReady ? undefined : this.failure().then(reject, reject)));
    });
    this.ready.catch(() => undefined);
    this.process = this.launch();
  }

  /** Asks the process to finish what it has in hand; kills it when that takes too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.exit !== undefined) return;
    this.process.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), STOP_PATIENCE_MS);
    await this.ended;
    clearTimeout(timer);
  }

  /** Moves the clock of a demonstration's process to nine in the morning of that day, without one to the present. */
  async moveClock(day: string | undefined): Promise<void> {
    // A successor stands on the same day.
    this.environment = { ...this.environment, CLOCK_STARTS_ON: day };
    const moved = new Promise<void>((resolve, reject) => {
      this.process.once('message', () => resolve());
      void this.ended.then(() => this.failure().then(reject, reject));
    });
    this.process.send({ day: day ?? null });
    await moved;
  }

  kill(): void {
    this.stopping = true;
    this.process.kill('SIGKILL');
  }

  private launch(): ChildProcess {
    const output = this.log === undefined ? 'inherit' : openLog(this.log);
    const launched = fork(fileURLToPath(new URL(this.script, import.meta.url)), [], {
      execArgv: ['--enable-source-maps'],
      env: environmentWith(this.environment),
      stdio: ['ignore', output, output, 'ipc'],
      // A group of its own: Ctrl-C at the terminal reaches us alone, and we stop things in their order.
      detached: true,
    });
    if (typeof output === 'number') closeSync(output);
    launched.on('message', (message) => {
      if (message !== 'ready') return;
      this.wasReady = true;
      this.sayReady();
    });
    let dead = false;
    const die = (exit: number): void => {
      if (!dead) this.bury(exit);
      dead = true;
    };
    launched.once('exit', (code) => die(code ?? 1));
    launched.once('error', () => die(1));
    return launched;
  }

  private bury(exit: number): void {
    const now = Date.now();
    this.deaths.push(now);
    const lately = this.deaths.filter((death) => now - death < 60_000).length;
    if (this.stopping || !this.wasReady || lately > SUCCESSORS_A_MINUTE) {
      this.exit = exit;
      this.sayEnded(exit);
      return;
    }
    process.stderr.write(
      `The ${this.name} process stopped with exit code ${String(exit)}; another one takes its place.\n`,
    );
    this.process = this.launch();
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
