/**
 * The Enter key presses a form's first button. Where a form has several, this one comes first: it saves and goes nowhere.
 */
export const SaveOnEnter = () => (
  <button type="submit" name="act" value="stay" class="visually-hidden" tabIndex={-1} aria-hidden="true">
    保存する
  </button>
);
