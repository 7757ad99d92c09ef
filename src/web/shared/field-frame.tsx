import type { ComponentChildren } from 'preact';
import { fieldId } from './field-name.js';
import { useFieldError } from './page-context.js';

/** What every field has. `required` only speaks (必須/任意, or in which case: `ゆうちょ銀行以外は必須`); the server decides. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Overrides the fault that the page holds for this name. */
  readonly error?: string | undefined;
  readonly required?: boolean | string | undefined;
  /** In tables the column heading names the field: the label is read out but not shown. */
  readonly labelHidden?: boolean | undefined;
}

/** A field's own ids, and what its control needs to be tied to them. */
export interface WiredField {
  readonly id: string;
  readonly hintId: string;
  readonly errorId: string;
  readonly error: string | undefined;
  readonly describedBy: string | undefined;
  readonly control: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': 'true' | undefined };
}

export function useField({ name, hint, error: given }: FieldProps): WiredField {
  const id = fieldId(name);
  const error = useFieldError(name, given);
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined;
  const control = { id, 'aria-describedby': describedBy, 'aria-invalid': error ? ('true' as const) : undefined };
  return { id, hintId, errorId, error, describedBy, control };
}

/** Label, hint and fault above a control. */
export function Field({
  field,
  props,
  children,
}: {
  field: WiredField;
  props: FieldProps;
  children: ComponentChildren;
}) {
  return (
    <div class={`field${field.error ? ' field-faulty' : ''}`}>
      <label class={props.labelHidden ? 'visually-hidden' : 'field-label'} for={field.id}>
        {props.label} {!props.labelHidden && <Requirement required={props.required ?? false} />}
      </label>
      {props.hint && (
        <p class="hint" id={field.hintId}>
          {props.hint}
        </p>
      )}
      <FieldError id={field.errorId} message={field.error} />
      {children}
    </div>
  );
}

export const Requirement = ({ required }: { required: boolean | string }) =>
  required ? <span class="required">{required === true ? '必須' : required}</span> : <span class="optional">任意</span>;

export const FieldError = ({ id, message }: { id: string; message: string | undefined }) =>
  message ? (
    <p class="field-error" id={id}>
      <span class="visually-hidden">エラー：</span>
      {message}
    </p>
  ) : null;
