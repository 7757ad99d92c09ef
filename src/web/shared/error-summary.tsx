import { fieldId } from './field-name.js';
import type { FormErrors } from './form-errors.js';

/** Stands above the heading and takes focus, so that nobody wonders why the page came back (behaviour as GOV.UK's). */
export function ErrorSummary({ errors }: { errors: FormErrors }) {
  if (!errors.any) return null;
  return (
    <div class="error-summary" id="error-summary" tabIndex={-1} autofocus data-focus>
      <div role="alert">
        <h2 class="error-summary-title">入力を確かめてください（{errors.list.length}か所）</h2>
        <ul>
          {errors.list.map((error) => (
            <li key={error.name + error.message}>
              {error.name ? <a href={`#${fieldId(error.name)}`}>{error.message}</a> : error.message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
