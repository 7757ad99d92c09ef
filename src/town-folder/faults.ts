import { DomainError, type ErrorParams, type Fault } from '../kernel/domain-error.js';

/** One thing to mend in one file. */
export interface FolderFault {
  /** Within the folder: `programs/unei.json`. */
  readonly file: string;
  /** `rule.terms[0].yen`, `3行目「職」`; blank where the file as a whole is meant. */
  readonly place: string;
  readonly code: string;
  readonly params: ErrorParams;
}

/** Everything that keeps a folder from becoming a town, gathered before anything is written. */
export class TownFolderError extends Error {
  constructor(readonly faults: readonly FolderFault[]) {
    super(faults.map(({ file, place, code }) => `${file} ${place}: ${code}`).join('\n'));
    this.name = 'TownFolderError';
  }
}

/** Gathers the faults of many files. */
export class FaultBook {
  readonly faults: FolderFault[] = [];

  add(file: string, place: string, code: string, params: ErrorParams = {}): void {
    this.faults.push({ file, place, code, params });
  }

  addAll(file: string, faults: readonly Fault[], placeOf = (pointer: string): string => pointer): void {
    for (const { pointer, code, params } of faults) this.add(file, placeOf(pointer), code, params);
  }

  /** Whatever `read` refuses stands here; null then. */
  gather<T>(file: string, place: string, read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      this.refused(file, place, error);
      return null;
    }
  }

  /** The refusal of a stage, each of its faults at its place; throws anything else. */
  refused(
    file: string,
    place: string,
    error: unknown,
    placeOf = (pointer: string): string => [place, pointer].filter((part) => part !== '').join(' › '),
  ): void {
    if (!(error instanceof DomainError)) throw error;
    if (error.faults.length === 0) return this.add(file, place, error.code, error.params);
    this.addAll(file, error.faults, placeOf);
  }

  has(file: string): boolean {
    return this.faults.some((fault) => fault.file === file);
  }

  refuseWhenFaulty(): void {
    if (this.faults.length > 0) throw new TownFolderError(this.faults);
  }
}
