import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { parseYen, type Yen } from '../../kernel/yen.js';

/** Reads typed days and amounts and gathers what is wrong with each at its field. */
export class Typed {
  private readonly faults: Fault[] = [];

  day(pointer: string, text: string): LocalDate | null {
    return this.read(pointer, () => parseDay(text));
  }

  /** A day that must be there. The day returned for a fault is never used: `done` throws. */
  requiredDay(pointer: string, text: string, missing: string): LocalDate {
    if (text.trim() === '') this.refuse(pointer, missing);
    return this.day(pointer, text) ?? ('' as LocalDate);
  }

  yen(pointer: string, text: string): Yen | null {
    return this.read(pointer, () => parseYen(text));
  }

  refuse(pointer: string, code: string): void {
    this.faults.push({ pointer, code });
  }

  /** Throws everything that was found wrong. */
  done(): void {
    refuseWhenFaulty(this.faults);
  }

  private read<T>(pointer: string, parse: () => T): T | null {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.faults.push({ pointer, code: error.code, params: error.params });
      return null;
    }
  }
}
