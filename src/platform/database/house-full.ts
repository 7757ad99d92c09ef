/** What pg's pool says, without a code, when the wait of `dataSourceOptions` was over. */
const WAITED_TOO_LONG = ['timeout exceeded when trying to connect', 'Connection terminated due to connection timeout'];
/** PostgreSQL's `too_many_connections`. */
const TOO_MANY_CONNECTIONS = '53300';

/** More people at once than there are connections: the work was never begun, and may be tried again. */
export function isHouseFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return WAITED_TOO_LONG.includes(error.message) || ('code' in error && error.code === TOO_MANY_CONNECTIONS);
}
