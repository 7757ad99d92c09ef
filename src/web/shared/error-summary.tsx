import { fieldId } from './field-name.js';
import type { FormErrors } from './form-errors.js';

/**
 * Stands above the heading and takes focus, so that nobody wonders why the page came back (behaviour as GOV.UK's). What is
 * wrong alike in several rows is said once, with the number of places, and leads to the first.
 */
export function ErrorSummary({ errors }: { errors: FormErrors }) {
  if (!errors.any) return null;
  return (
    <div class="error-summary" id="error-summary" tabIndex={-1} autofocus data-focus>
      <div role="alert">
        <h2 class="error-summary-title">入力を確かめてください（{errors.list.length}か所）</h2>
        <ul>
          {errors.sentences.map(({ name, message, places }) => (
            <li key={message}>
              {name ? <a href={`#${fieldId(name)}`}>{message}</a> : message}
              {places > 1 && `（${String(places)}か所）`}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
