import type { Duty } from '../../kernel/actor.js';

/** Who takes the evidence of a grant: 監査委員 (地方自治法199条7項). */
export const TAKES_EVIDENCE: readonly Duty[] = ['audit'];

/** One file of the bundle, before it is read. */
export interface EvidenceFile {
  readonly path: string;
  /** What it is, for the list of the bundle. */
  readonly what: string;
  readonly sha256: string;
  /** Sent by somebody: only what the virus scanner let pass leaves the house. */
  readonly upload: boolean;
}

/** One line of 目録: the file as it lies in the bundle, or why it does not. */
export interface EvidenceLine {
  readonly path: string;
  readonly what: string;
  readonly size: number | null;
  readonly sha256: string;
  readonly note: string;
}

/** Several files of one name stand beside one another: `規約.pdf`, `規約(2).pdf`. */
export function uniquePaths(files: readonly EvidenceFile[]): EvidenceFile[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let path = file.path;
    for (let number = 2; taken.has(path); number += 1) {
      path = file.path.replace(/(\.[^./]*)?$/, (extension) => `(${String(number)})${extension}`);
    }
    taken.add(path);
    return { ...file, path };
  });
}
