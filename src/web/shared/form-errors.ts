import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { fieldName } from './field-name.js';
import { messageFor } from './messages/index.js';

export interface ShownError {
  /** HTML name of the field, empty when the fault belongs to the whole page. */
  readonly name: string;
  readonly message: string;
}

/** The faults of one page in Japanese, found by field; the summary and the field show the same words. */
export class FormErrors {
  static readonly none = new FormErrors([]);

  private constructor(readonly list: readonly ShownError[]) {}

  static from(faults: readonly Fault[] | DomainError | undefined): FormErrors {
    if (!faults) return FormErrors.none;
    return new FormErrors(
      faultsOf(faults).map((fault) => ({
        name: fieldName(fault.pointer),
        message: messageFor(fault.code, fault.params),
      })),
    );
  }

  /** The sentence to show beside the field of this HTML name. */
  at(name: string): string | undefined {
    return this.list.find((error) => error.name === fieldName(name))?.message;
  }

  /** One entry for each sentence, at the first field that it stands beside; `places` is the number of fields. */
  get sentences(): readonly (ShownError & { readonly places: number })[] {
    const first = this.list.filter(
      ({ message }, index) => this.list.findIndex((other) => other.message === message) === index,
    );
    return first.map((error) => ({
      ...error,
      places: this.list.filter(({ message }) => message === error.message).length,
    }));
  }

  get any(): boolean {
    return this.list.length > 0;
  }
}

/** The faults an error carries; one without field faults becomes a single fault of the whole page. */
export function faultsOf(error: DomainError | readonly Fault[]): readonly Fault[] {
  if (!(error instanceof DomainError)) return error;
  return error.faults.length > 0 ? error.faults : [{ pointer: '', code: error.code, params: error.params }];
}
