import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { StartError } from './start-error.js';

const RETRY_MS = 150;

interface Address {
  readonly host: string;
  readonly port: number;
}

/** Waits so many milliseconds for the port to fall free, then says plainly who is in the way. */
export async function waitForPort(address: Address, patienceMs: number, onWait: (what: string) => void): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const fault = await tryToListen(address);
    if (fault === undefined) return;
    if (fault !== 'EADDRINUSE') throw new StartError(explain(address, fault));
    if (Date.now() > deadline) {
      throw new StartError(
        `Port ${String(address.port)} is in use by another programme. ` +
          `Stop that one, or choose another port: PORT=${String(address.port + 1)} npm start`,
      );
    }
    onWait(`port ${String(address.port)} to fall free`);
    await sleep(RETRY_MS);
  }
}

function explain({ host, port }: Address, code: string): string {
  if (code === 'EACCES')
    return `This user may not listen on port ${String(port)}. Choose one above 1023: PORT=3000 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host}: correct HOST.`;
  return `Port ${String(port)} of ${host} cannot be opened (${code}).`;
}

/** The operating system's code when the port cannot be had now. */
function tryToListen({ host, port }: Address): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
