import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

import { readMail, type SeenMail } from './mails.js';

/** A mail server that takes its time and remembers what it accepted, in order. */
export class MailServer {
  readonly accepted: SeenMail[] = [];

  private constructor(
    readonly url: string,
    private readonly end: () => Promise<void>,
  ) {}

  /** Accepts each mail after so many milliseconds. */
  static async start(delayMs = 0): Promise<MailServer> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // A worker that was killed in the middle leaves its connection behind.
      socket.on('error', () => socket.destroy());
      talk(socket, (raw, answer) => {
        setTimeout(() => {
          mailServer.accepted.push(readMail(raw));
          answer();
        }, delayMs);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const mailServer = new MailServer(`smtp://127.0.0.1:${String(port)}`, async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    });
    return mailServer;
  }

  stop(): Promise<void> {
    return this.end();
  }
}

/** As much of SMTP (RFC 5321) as a client needs that wants neither encryption nor a password. */
function talk(socket: Socket, accept: (raw: string, answer: () => void) => void): void {
  const say = (line: string): void => void (socket.writable && socket.write(`${line}\r\n`));
  let received = '';
  let inMail = false;
  say('220 test');
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    for (;;) {
      const stop = inMail ? '\r\n.\r\n' : '\r\n';
      const end = received.indexOf(stop);
      if (end < 0) return;
      const text = received.slice(0, end);
      received = received.slice(end + stop.length);
      if (inMail) accept(text, () => say('250 accepted'));
      else say(replyTo(text));
      inMail = !inMail && /^DATA/i.test(text);
    }
  });
}

const replyTo = (command: string): string =>
  /^DATA/i.test(command) ? '354 go on' : /^QUIT/i.test(command) ? '221 bye' : '250 ok';
