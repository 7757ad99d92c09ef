/** A fault of the embedded server in words for the person at the terminal: what failed, where, and what to do. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'This user may not use it. Start as its owner, or choose another folder with DATA_DIR.',
  EPERM: 'This user may not use it. Start as its owner, or choose another folder with DATA_DIR.',
  EROFS: 'The disk is read-only. Choose another folder with DATA_DIR.',
  ENOENT: 'It cannot be created there. Choose another folder with DATA_DIR.',
  ENOSPC: 'The disk is full. Free some space, or choose another folder with DATA_DIR.',
  EDQUOT: 'The disk quota is used up. Free some space, or choose another folder with DATA_DIR.',
  ENOTDIR: 'A part of the path is a file. Choose another folder with DATA_DIR.',
};

/** Runs a step on the file system and turns the operating system's codes into a sentence with a remedy. */
export async function explainingFaults<T>(step: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const remedy = REMEDIES[code];
    if (remedy === undefined) throw error;
    const path = (error as NodeJS.ErrnoException).path;
    throw new EmbeddedPostgresError(`${step} failed at ${path ?? 'an unknown path'} (${code}). ${remedy}`, {
      cause: error,
    });
  }
}
