import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Structured logs, one JSON object a line; request bodies, names and addresses never enter them. */
export function createLog(processName: 'web' | 'worker' | 'start', level: string): Logger {
  return pino({
    name: processName,
    level,
    base: { process: processName, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

/** Lets Nest speak through the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly out: Logger) {}

  private static fields(context: unknown): object {
    return typeof context === 'string' ? { context } : {};
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.out.debug(NestLog.fields(rest.at(-1)), String(message));
  }

  /** Nest's start-up chatter is of no use to an operator: it goes to debug. */
  log(message: unknown, ...rest: unknown[]): void {
    this.out.debug(NestLog.fields(rest.at(-1)), String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.out.warn(NestLog.fields(rest.at(-1)), String(message));
  }

  /** The error filter gives an object of its own choosing: the fields of the line, `msg` among them. */
  error(message: unknown, ...rest: unknown[]): void {
    const fields = NestLog.fields(rest.at(-1));
    if (message instanceof Error) {
      this.out.error({ ...fields, error: message.name, stack: message.stack }, message.message);
    } else if (typeof message === 'object') {
      this.out.error({ ...fields, ...message });
    } else {
      this.out.error(fields, typeof message === 'string' ? message : JSON.stringify(message));
    }
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.out.fatal(NestLog.fields(rest.at(-1)), String(message));
  }
}
