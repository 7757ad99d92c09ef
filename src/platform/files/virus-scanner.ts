import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

export interface Verdict {
  /** The name of the virus; null for a clean file. */
  readonly finding: string | null;
}

/** There is no verdict, whatever the reason: nobody listens, nobody answers, or what is answered is none. */
export class ScannerSilent extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ScannerSilent';
  }
}

interface ScannerPatience {
  /** For the connection and for the sign of life before each file. */
  readonly greetingMs: number;
  /** For the verdict on one file. */
  readonly verdictMs: number;
  /** How long a scanner that kept us waiting in vain is left alone, so that it does not hold up all other work. */
  readonly restMs: number;
}

/** The worker waits inside its transaction: together less than the minute after which PostgreSQL ends an idle one. */
const PATIENCE: ScannerPatience = { greetingMs: 3_000, verdictMs: 45_000, restMs: 10_000 };

const CHUNK_BYTES = 64 * 1024;
const END_OF_STREAM = Buffer.alloc(4);

/** ClamAV's daemon over its port: `zPING` and `zINSTREAM` (clamd(8)). */
export class VirusScanner {
  private restUntil = 0;

  constructor(
    private readonly address: { readonly host: string; readonly port: number } | undefined,
    private readonly patience = PATIENCE,
  ) {}

  /** Whether uploads are scanned at all. */
  get present(): boolean {
    return this.address !== undefined;
  }

  /** Throws ScannerSilent when there is no verdict. */
  async scan(bytes: Buffer): Promise<Verdict> {
    if (performance.now() < this.restUntil) throw new ScannerSilent('the virus scanner does not answer');
    const greeting = await this.ask((socket) => socket.write('zPING\0'), this.patience.greetingMs);
    if (greeting !== 'PONG') throw new ScannerSilent(`the virus scanner says: ${greeting}`);
    return verdictIn(await this.ask((socket) => send(socket, bytes), this.patience.verdictMs));
  }

  /** One connection, one question, one answer. */
  private ask(question: (socket: Socket) => void, withinMs: number): Promise<string> {
    const { address } = this;
    if (!address) throw new ScannerSilent('CLAMAV_HOST is not set in this process');
    return new Promise((resolve, reject) => {
      const socket = connect({ ...address, noDelay: true }, () => question(socket));
      const timer = setTimeout(() => {
        this.restUntil = performance.now() + this.patience.restMs;
        socket.destroy(new Error(`no answer within ${String(withinMs)} ms`));
      }, withinMs);
      let answer = '';
      socket.setEncoding('utf8');
      socket.on('data', (text: string) => {
        answer += text;
        if (answer.includes('\0')) socket.destroy();
      });
      socket.on('end', () => socket.destroy());
      let failure: Error | undefined;
      socket.on('error', (error) => (failure = error));
      socket.on('close', () => {
        clearTimeout(timer);
        const end = answer.indexOf('\0');
        // It may have answered and closed while we were still sending: what it said counts.
        if (end !== -1) resolve(answer.slice(0, end));
        else
          reject(
            new ScannerSilent(`the virus scanner at ${address.host}:${String(address.port)}: ${reasonOf(failure)}`),
          );
      });
    });
  }
}

/** The file in chunks, each after its length, ended by a length of nothing. */
function send(socket: Socket, bytes: Buffer): void {
  socket.cork();
  socket.write('zINSTREAM\0');
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    socket.write(chunk);
  }
  socket.write(END_OF_STREAM);
  socket.uncork();
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`; anything else, such as a limit of clamd's own, is no verdict. */
function verdictIn(answer: string): Verdict {
  if (/^stream: OK$/.test(answer)) return { finding: null };
  const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (finding === undefined) throw new ScannerSilent(`the virus scanner says: ${answer.slice(0, 200)}`);
  return { finding };
}

const reasonOf = (failure: Error | undefined): string => failure?.message ?? 'it closed the connection without a word';
