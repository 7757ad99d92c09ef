import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { resolve } from 'node:path';
import { Environment } from './environment.js';

export { environmentWith, isRunByNpm } from './surroundings.js';

/** What the programme was told by its surroundings: read once, checked, frozen. */
export abstract class AppConfig {
  abstract readonly port: number;
  abstract readonly host: string;
  /** Absolute folder for embedded PostgreSQL and written mails. */
  abstract readonly dataDir: string;
  /** Runtime role: no superuser, no owner, no BYPASSRLS. Absent: embedded PostgreSQL. */
  abstract readonly databaseUrl: string | undefined;
  abstract readonly databaseOwnerUrl: string | undefined;
  abstract readonly databasePool: number;
  /** Absent: the queue lives in PostgreSQL. */
  abstract readonly redisUrl: string | undefined;
  abstract readonly publicUrl: URL;
  /** Proxies whose word about the client's address counts: how many stand before us, or which. Absent: none. */
  abstract readonly trustedProxies: number | readonly string[] | undefined;
  abstract readonly smtpUrl: string | undefined;
  abstract readonly mailFrom: string;
  /** Where clamd listens. Absent: uploads are not scanned. */
  abstract readonly clamav: { readonly host: string; readonly port: number } | undefined;
  abstract readonly logLevel: string;
  abstract readonly demoData: boolean;
  /** Demonstrations only: the day on which the process believes to start, `2026-04-10`. */
  abstract readonly clockStartsOn: string | undefined;
}

/** Every fault of the environment in one readable list. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads and checks environment variables; throws ConfigError with all faults at once. */
export function readConfig(source: NodeJS.ProcessEnv = process.env): AppConfig {
  // Compose and service managers pass on what is not set as an empty text.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const faults = validateSync(environment).flatMap((error) => Object.values(error.constraints ?? {}));
  if (environment.DATABASE_OWNER_URL && !environment.DATABASE_URL) {
    faults.push('DATABASE_OWNER_URL is set but DATABASE_URL is not: set both, or neither for embedded PostgreSQL');
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze({
    port: environment.PORT,
    host: environment.HOST,
    dataDir: resolve(environment.DATA_DIR),
    databaseUrl: environment.DATABASE_URL,
    databaseOwnerUrl: environment.DATABASE_OWNER_URL,
    databasePool: environment.DATABASE_POOL,
    redisUrl: environment.REDIS_URL,
    publicUrl: new URL(environment.PUBLIC_URL ?? `http://localhost:${String(environment.PORT)}`),
    trustedProxies: proxiesIn(environment.TRUSTED_PROXIES),
    smtpUrl: environment.SMTP_URL,
    mailFrom: environment.MAIL_FROM,
    clamav: environment.CLAMAV_HOST
      ? Object.freeze({ host: environment.CLAMAV_HOST, port: environment.CLAMAV_PORT })
      : undefined,
    logLevel: environment.LOG_LEVEL,
    clockStartsOn: environment.CLOCK_STARTS_ON,
    demoData: environment.DEMO_DATA ? environment.DEMO_DATA === 'yes' : environment.DATABASE_URL === undefined,
  });
}

function proxiesIn(text: string | undefined): number | readonly string[] | undefined {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : Object.freeze(text.split(',').map((each) => each.trim()));
}
