/** How a refusal is answered over HTTP; the doors translate, the domain only names. */
export type ErrorKind = 'invalid' | 'not-found' | 'forbidden' | 'conflict' | 'stale' | 'unauthenticated' | 'too-many';

export type ErrorParams = Readonly<Record<string, string | number | bigint | boolean | null>>;

/** One fault at one place of the input. `pointer` is the form field's name, e.g. `lines[2].amount`. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: ErrorParams;
}

/**
 * A refusal that the user can understand and act on. `code` is looked up in the one Japanese
 * catalogue (`src/web/shared/messages.ts`); a code without a sentence fails a test.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind = 'invalid',
    readonly params: ErrorParams = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }

  static notFound(): DomainError {
    return new DomainError('common.not-found', 'not-found');
  }

  static stale(): DomainError {
    return new DomainError('common.stale', 'stale');
  }

  static forbidden(): DomainError {
    return new DomainError('common.forbidden', 'forbidden');
  }

  /** Several faults of one form, shown together: at the top and each at its field. */
  static invalid(faults: readonly Fault[], code = 'common.invalid'): DomainError {
    return new DomainError(code, 'invalid', {}, faults);
  }
}

/** Throws when there is at least one fault. */
export function refuseWhenFaulty(faults: readonly Fault[], code?: string): void {
  if (faults.length > 0) throw DomainError.invalid(faults, code);
}
