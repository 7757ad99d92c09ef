import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** How the daemon behaves to whoever comes next. */
export type Mood =
  | 'well'
  /** Takes the connection and never says a word. */
  | 'hung'
  /** Gives a sign of life, takes the file and falls silent. */
  | 'silent'
  /** Answers in pieces, after a while. */
  | 'slow'
  /** Is configured to take less than we send. */
  | 'small'
  /** Hangs up in the middle. */
  | 'dying';

const SLOW_MS = 150;

/** The other side of ClamAV's port: reads the real protocol and finds 「EICAR」 in a file, as the daemon would. */
export class FakeClamd {
  mood: Mood = 'well';
  readonly seen: Buffer[] = [];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  constructor() {
    this.server = createServer((socket) => this.receive(socket));
  }

  /** On a free port the first time, on the same again after `stop`. */
  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return this.port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private receive(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    let received = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes as Buffer]);
      if (this.mood === 'hung') return;
      if (this.mood === 'dying') socket.destroy();
      else if (received.equals(Buffer.from('zPING\0'))) socket.end('PONG\0');
      else this.answerStream(socket, received);
    });
  }

  private answerStream(socket: Socket, received: Buffer): void {
    if (this.mood === 'small') {
      socket.end('INSTREAM size limit exceeded. ERROR\0');
      return;
    }
    const file = fileIn(received);
    if (file === null || this.mood === 'silent') return;
    this.seen.push(file);
    const answer = file.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0';
    if (this.mood !== 'slow') {
      socket.end(answer);
      return;
    }
    socket.write(answer.slice(0, 8));
    setTimeout(() => socket.end(answer.slice(8)), SLOW_MS);
  }
}

/** What stands between `zINSTREAM` and the chunk of no length; null while the stream is not complete. */
function fileIn(received: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (!received.subarray(0, command.length).equals(Buffer.from(command))) return null;
  const chunks: Buffer[] = [];
  for (let position = command.length; position + 4 <= received.length;) {
    const length = received.readUInt32BE(position);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(position + 4, position + 4 + length));
    position += 4 + length;
  }
  return null;
}
