import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The user whom the server's processes run as: PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** `undefined` when this process may run the server itself; under root, the account `nobody`. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  const uid = Number(nobody?.[2]);
  const gid = Number(nobody?.[3]);
  // initdb asks the password file for its own name, so a bare number would not do; macOS keeps −2 there.
  return nobody !== undefined && uid > 0 && gid > 0 ? { uid, gid } : { uid: 65534, gid: 65534 };
}

/**
 * Whether the server's user can enter the folder. Asked of the kernel by trying, because modes of every parent,
 * access lists and mount options all have a say.
 */
export function canEnter(folder: string, user: ServerUser | undefined): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', stdio: 'ignore', ...user }).status === 0;
}
