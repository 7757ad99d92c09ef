/** npm passes Ctrl-C on to us although the terminal has sent it already: two signals in one moment are one wish. */
const ONE_WISH_MS = 1_000;
const PARENT_CHECK_MS = 1_000;

/** Calls `stop` on the first signal and `force` on a later one, or `stop` when the npm that started us has gone. */
export function onStopSignals(stop: () => void, force: () => void, startedByNpm: boolean): void {
  let asked: number | undefined;
  const onSignal = (): void => {
    if (asked === undefined) {
      asked = Date.now();
      stop();
    } else if (Date.now() - asked > ONE_WISH_MS) {
      force();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (!startedByNpm) return;
  // Some shells between npm and us die of a signal without passing it on.
  const parent = process.ppid;
  setInterval(() => {
    if (asked === undefined && process.ppid !== parent) onSignal();
  }, PARENT_CHECK_MS).unref();
}
