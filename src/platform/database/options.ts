import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './naming.js';

const WAIT_FOR_A_CONNECTION_MS = 10_000;

/** How every process connects; entities are collected from the stages by the caller. */
export function dataSourceOptions(url: string, pool: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize: pool,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    applicationName: 'chiiki-grants',
    // A use case that opened a second connection inside `run` would otherwise wait for itself for ever.
    extra: { connectionTimeoutMillis: WAIT_FOR_A_CONNECTION_MS, idle_in_transaction_session_timeout: 60_000 },
  };
}
