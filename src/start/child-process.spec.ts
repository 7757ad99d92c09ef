import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Child } from './child-process.js';

describe('a process that npm start keeps', () => {
  let folder = '';
  let child: Child | undefined;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'child-'));
  });
  afterEach(async () => {
    await child?.stop();
    rmSync(folder, { recursive: true });
  });

  /** Notes its pid, says that it is ready, and goes on as told. */
  const start = (goesOn: string): Child => {
    const script = path.join(folder, 'script.mjs');
    writeFileSync(
      script,
      `import { appendFileSync } from 'node:fs';
       appendFileSync(${JSON.stringify(path.join(folder, 'pids'))}, process.pid + '\\n');
       process.send('ready', () => { ${goesOn} });`,
    );
    return (child = new Child('worker', pathToFileURL(script).href, {}, path.join(folder, 'log')));
  };
  const pids = (): number[] => readFileSync(path.join(folder, 'pids'), 'utf8').trim().split('\n').map(Number);
  const started = async (times: number): Promise<number> => {
    for (const deadline = Date.now() + 20_000; ;) {
      const pid = pids()[times - 1];
      if (pid !== undefined) return pid;
      if (Date.now() > deadline) throw new Error(`started ${String(pids().length)} times, not ${String(times)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  test('has a successor when it is killed, and none when it was asked to stop', async () => {
    const kept = start('setInterval(() => undefined, 1000);');
    await kept.ready;
    process.kill(await started(1), 'SIGKILL');
    await started(2);
    await kept.stop();
    expect(pids()).toHaveLength(2);
  });

  test('is given up when its successors die as well', async () => {
    const kept = start('process.exit(7);');
    await kept.ready;
    expect(await kept.ended).toBe(7);
    expect(pids()).toHaveLength(4);
    expect((await kept.failure()).message).toContain('The worker process stopped with exit code 7.');
  });
});
