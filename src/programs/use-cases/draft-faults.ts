import { Injectable } from '@nestjs/common';
import type { Fault } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ProgramDocument } from '../domain/program-document.js';
import { examineProgramDocument } from '../domain/read-program-document.js';
import { CheckReferences } from './check-references.js';
import { LetterWordings } from './letters/letter-wordings.js';

/** What a document still lacks before it can be published, in itself and in what it refers to. */
@Injectable()
export class DraftFaults {
  constructor(
    private readonly references: CheckReferences,
    private readonly wordings: LetterWordings,
  ) {}

  /** Reads a form, a JSON file or a stored document, and tells every fault at its place. */
  async examine(
    tx: Transaction,
    input: unknown,
  ): Promise<{ readonly document: ProgramDocument; readonly faults: readonly Fault[] }> {
    const { document, faults } = examineProgramDocument(input);
    const known = new Set(faults.map(({ pointer }) => pointer));
    const strange = [...(await this.references.faultsOf(tx, document)), ...this.wordings.faultsOf(document)].filter(
      ({ pointer }) => !known.has(pointer),
    );
    return { document, faults: [...faults, ...strange] };
  }

  async of(tx: Transaction, document: ProgramDocument): Promise<readonly Fault[]> {
    return (await this.examine(tx, document)).faults;
  }
}
