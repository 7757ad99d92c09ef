import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';

interface FormProps {
  readonly action: string;
  readonly children: ComponentChildren;
  readonly method?: 'post' | 'get' | undefined;
  /** Needed where the form holds a FileField. */
  readonly upload?: boolean | undefined;
  /** The version the form was filled from; a newer one in the database refuses the save as stale. */
  readonly version?: number | undefined;
  /** Adds a one-time `requestId`, so that a double click or a resend is recognised as the same act. */
  readonly once?: boolean | string | undefined;
  /** Saves what is typed to this address every few seconds; it answers with `saved()`. */
  readonly autosave?: string | undefined;
  readonly label?: string | undefined;
}

/** A form that the server validates: the browser's own messages are off, because they are neither Japanese nor ours. */
export function Form({ action, children, method = 'post', upload, version, once, autosave, label }: FormProps) {
  return (
    <form
      action={action}
      method={method}
      encType={upload ? 'multipart/form-data' : undefined}
      novalidate
      class="form"
      aria-label={label}
      data-autosave={autosave}
      data-guard={method === 'post' ? '' : undefined}
    >
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {once && <input type="hidden" name="requestId" value={typeof once === 'string' ? once : randomUUID()} />}
      {children}
      {autosave && <p class="autosave-state" role="status" data-autosave-state></p>}
    </form>
  );
}

export const Hidden = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
);

/** Fields that belong together under one heading, e.g. an address. */
export function FieldGroup({
  legend,
  hint,
  children,
}: {
  legend: string;
  hint?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <fieldset class="field-group">
      <legend class="field-group-legend">{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
