import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { FormErrors } from './form-errors.js';

/** What every component of a page may know without being told: the faults of this page. */
export const PageErrors = createContext<FormErrors>(FormErrors.none);

/** The sentence for this field: the one given, else the one the page's faults hold for its name. */
export function useFieldError(name: string, given?: string): string | undefined {
  const errors = useContext(PageErrors);
  return given ?? errors.at(name);
}
