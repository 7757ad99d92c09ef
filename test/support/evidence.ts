import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import type { Visitor } from './index.js';

/** 証拠書類 as somebody took it: the names of its files, and each of its tables row by row under its headings. */
export interface Bundle {
  readonly names: readonly string[];
  table(name: string): Record<string, string>[];
}

export async function evidenceOf(auditor: Visitor, town: string, caseId: string): Promise<Bundle> {
  const files = unzipSync((await auditor.get(`/${town}/staff/evidence/${caseId}`)).bytes);
  return {
    names: Object.keys(files),
    table: (name) => tableOf(files[`記録/${name}.csv`] ?? new Uint8Array()),
  };
}

/** A table of this house, row by row under its headings. */
export const tableOf = (csv: Uint8Array): Record<string, string>[] =>
  parse(strFromU8(csv), { bom: true, columns: true }) as Record<string, string>[];
