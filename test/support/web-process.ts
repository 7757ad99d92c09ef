import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { freePort } from '../bench/free-port.js';
import { Visitor } from '../../src/demo/visitor/visitor.js';
import type { House } from './house.js';
import { startProcess } from './worker-process.js';

/** The pages in a process of their own on the house's database, as they run at a town hall. */
export class WebProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(house: House): Promise<WebProcess> {
    const port = String(await freePort());
    const child = await startProcess(house, 'main', { HOST: '127.0.0.1', PORT: port });
    return new WebProcess(child, `http://127.0.0.1:${port}`);
  }

  visitor(): Visitor {
    return new Visitor(this.url);
  }

  /** The most memory it ever held, in megabytes; elsewhere than on Linux what it holds now. */
  memory(): number {
    const pid = String(this.child.pid);
    const kilobytes =
      process.platform === 'linux'
        ? /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        : execFileSync('ps', ['-o', 'rss=', '-p', pid]).toString();
    return Number(kilobytes) / 1024;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}
