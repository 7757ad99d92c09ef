import { ConfigError } from './config/index.js';
import { ShiftedClock, type Clock } from './platform/clock/index.js';
import { StartError } from './start/start-error.js';

interface Log {
  info(details: object, message: string): void;
}

const FORCE_AFTER_MS = 15_000;

/** Runs `stop` once on the first signal; gives up waiting after a while so that a hung connection cannot hold the machine. */
export function stopGracefully(log: Log, stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), FORCE_AFTER_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // The parent is gone (killed, terminal closed): a web or worker process without it only holds the port.
  process.on('disconnect', () => onSignal('disconnect'));
}

/** Lets the parent of a demonstration move the clock; `onMoved` is done before it hears that the day has come. */
export function followClock(clock: Clock, onMoved: () => Promise<void> = () => Promise.resolve()): void {
  if (!(clock instanceof ShiftedClock)) return;
  process.on('message', ({ day }: { readonly day: string | null }) => {
    clock.moveTo(day);
    onMoved().then(() => process.send?.('moved'), exitWithReason);
  });
}

/** Start-up faults that an operator can mend are told in words; anything else keeps its stack. */
export function exitWithReason(error: unknown): never {
  const known =
    error instanceof ConfigError ||
    error instanceof StartError ||
    (error instanceof Error && /DATABASE_URL|migrations/.test(error.message));
  process.stderr.write(
    `${known ? (error as Error).message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}
