/** The environment to hand to a child process: ours with changes; `undefined` takes a variable away. */
export function environmentWith(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** True when `npm start` (not a service manager, not a person with `node`) is our parent. */
export const isRunByNpm = (): boolean => process.env['npm_lifecycle_event'] !== undefined;
