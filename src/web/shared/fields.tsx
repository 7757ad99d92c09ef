import { MAX_UPLOAD_BYTES, type ScanState } from '../../platform/files/index.js';
import { Field, FieldError, Requirement, useField, type FieldProps, type WiredField } from './field-frame.js';
import { FileLink } from './kept-files.js';
import { remainingSentence } from './remaining.js';

type Width = 'short' | 'medium' | 'long';

interface TextFieldProps extends FieldProps {
  readonly value?: string | number | null | undefined;
  readonly size?: Width | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'numeric' | 'tel' | 'email' | 'text' | undefined;
  readonly suffix?: string | undefined;
  readonly maxLength?: number | undefined;
  /** How many characters the server takes; what is left is told while typing, and nothing is cut off. */
  readonly most?: number | undefined;
  readonly data?: Readonly<Record<`data-${string}`, string>> | undefined;
  readonly list?: readonly string[] | undefined;
}

export function TextField(props: TextFieldProps) {
  const { name, value, size = 'long', type = 'text', autocomplete, inputMode, suffix, maxLength, data, list } = props;
  const { most } = props;
  const field = useField(props);
  const input = (
    <input
      {...field.control}
      {...data}
      class={`input input-${size}`}
      type={type}
      name={name}
      value={value ?? undefined}
      autocomplete={autocomplete}
      inputMode={inputMode}
      maxLength={maxLength}
      list={list ? `${field.id}-list` : undefined}
    />
  );
  return (
    <Field field={field} props={props}>
      {suffix ? (
        <span class="input-with-suffix">
          {input}
          <span class="input-suffix" aria-hidden="true">
            {suffix}
          </span>
        </span>
      ) : (
        input
      )}
      {most !== undefined && <Remaining field={field} most={most} typed={String(value ?? '')} />}
      {list && (
        <datalist id={`${field.id}-list`}>
          {list.map((option) => (
            <option value={option} key={option} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** Never filled in again by the server. */
export function PasswordField(props: FieldProps & { autocomplete: 'current-password' | 'new-password' }) {
  const field = useField(props);
  return (
    <Field field={field} props={props}>
      <input
        {...field.control}
        class="input input-medium"
        type="password"
        name={props.name}
        autocomplete={props.autocomplete}
      />
    </Field>
  );
}

interface TextAreaProps extends FieldProps {
  readonly value?: string | null | undefined;
  readonly rows?: number | undefined;
  readonly most?: TextFieldProps['most'];
}

export function TextArea(props: TextAreaProps) {
  const field = useField(props);
  return (
    <Field field={field} props={props}>
      <textarea {...field.control} class="input textarea" name={props.name} rows={props.rows ?? 5}>
        {props.value ?? ''}
      </textarea>
      {props.most !== undefined && <Remaining field={field} most={props.most} typed={props.value ?? ''} />}
    </Field>
  );
}

/** What is left of a limit: seen at every key, read out only near the end and after a pause (`client/remaining.ts`). */
const Remaining = ({ field, most, typed }: { field: WiredField; most: number; typed: string }) => (
  <div class="remaining" data-remaining={field.id} data-most={most}>
    <p class="hint" aria-hidden="true" data-remaining-seen>
      {remainingSentence(typed, most)}
    </p>
    <p class="visually-hidden" role="status" data-remaining-heard></p>
  </div>
);

/** An amount in yen; full-width digits, commas and 円 are understood (`parseYen`). */
export function YenField(
  props: FieldProps & {
    value?: string | number | bigint | null | undefined;
    data?: TextFieldProps['data'] | undefined;
  },
) {
  const { value, data, ...rest } = props;
  return (
    <TextField
      {...rest}
      {...(data && { data })}
      value={value === null || value === undefined ? null : String(value)}
      size="short"
      inputMode="numeric"
      autocomplete="off"
      suffix="円"
    />
  );
}

/** A day as people write it, read by `parseDay`: one field is quicker than three and takes both calendars. */
export function DateField(
  props: FieldProps & { value?: string | null | undefined; autocomplete?: string | undefined },
) {
  return <TextField {...props} hint={props.hint ?? '例：令和8年4月1日　または　2026/4/1'} size="medium" />;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export function Select(
  props: FieldProps & { options: readonly Choice[]; value?: string | null | undefined; prompt?: string | undefined },
) {
  const field = useField(props);
  return (
    <Field field={field} props={props}>
      <select {...field.control} class="input select" name={props.name}>
        {(props.prompt !== undefined || !props.value) && <option value="">{props.prompt ?? '選んでください'}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function Radios(
  props: FieldProps & { options: readonly Choice[]; value?: string | null | undefined; inline?: boolean | undefined },
) {
  return (
    <Choices props={props} type="radio" chosen={props.value ? [props.value] : []} inline={props.inline ?? false} />
  );
}

/** Several ticks under one question, sent as `name[]`: a list also when only one is ticked, absent when none is. */
export function Checkboxes(props: FieldProps & { options: readonly Choice[]; values?: readonly string[] | undefined }) {
  return <Choices props={props} type="checkbox" chosen={props.values ?? []} inline={false} />;
}

interface CheckboxProps extends FieldProps {
  readonly checked?: boolean | undefined;
  readonly value?: string | undefined;
}

/** One tick, e.g. a declaration. Sends `value` (default `yes`) when ticked and nothing otherwise. */
export function Checkbox(props: CheckboxProps) {
  const field = useField(props);
  return (
    <div class={`field${field.error ? ' field-faulty' : ''}`}>
      <FieldError id={field.errorId} message={field.error} />
      <div class="choice">
        <input
          {...field.control}
          type="checkbox"
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked}
        />
        <label for={field.id}>
          {props.label} {props.required && <Requirement required={props.required} />}
        </label>
      </div>
      {props.hint && (
        <p class="hint choice-hint" id={field.hintId}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

interface FileFieldProps extends FieldProps {
  /** Extensions offered by the browser's dialogue, e.g. `.pdf,.jpg,.png`; the server looks at the content. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /**
   * Each file goes to this address as soon as it is chosen, dropped or photographed (`client/uploads.ts`); without the
   * script it travels with the form.
   */
  readonly sendTo?: string | undefined;
  /** What is already kept: a new file replaces it, none leaves it. */
  readonly current?: { readonly name: string; readonly href: string; readonly scan?: ScanState | undefined } | null;
}

export function FileField(props: FileFieldProps) {
  const field = useField(props);
  return (
    <Field field={field} props={props}>
      {props.current && (
        <p class="file-current">
          保存済み：
          <FileLink name={props.current.name} href={props.current.href} scan={props.current.scan ?? 'not-scanned'} />
          <span class="hint">（選び直すと差し替わります）</span>
        </p>
      )}
      <input
        {...field.control}
        class="input file"
        type="file"
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        data-send-to={props.sendTo}
        data-most={props.sendTo === undefined ? undefined : MAX_UPLOAD_BYTES}
      />
      {props.sendTo !== undefined && <p class="upload-status" role="status" data-upload-status></p>}
    </Field>
  );
}

interface ChoicesProps {
  readonly props: FieldProps & { options: readonly Choice[] };
  readonly type: 'radio' | 'checkbox';
  readonly chosen: readonly string[];
  readonly inline: boolean;
}

function Choices({ props, type, chosen, inline }: ChoicesProps) {
  const field = useField(props);
  return (
    <fieldset class={`field choices${field.error ? ' field-faulty' : ''}`} aria-describedby={field.describedBy}>
      <legend class={props.labelHidden ? 'visually-hidden' : 'field-label'}>
        {props.label} {!props.labelHidden && <Requirement required={props.required ?? false} />}
      </legend>
      {props.hint && (
        <p class="hint" id={field.hintId}>
          {props.hint}
        </p>
      )}
      <FieldError id={field.errorId} message={field.error} />
      <div class={inline ? 'choice-list choice-list-inline' : 'choice-list'}>
        {props.options.map((option, index) => {
          // The summary links to the group: its first option carries the field's own id.
          const id = index === 0 ? field.id : `${field.id}-${String(index)}`;
          return (
            <div class="choice" key={option.value}>
              <input
                id={id}
                type={type}
                name={type === 'checkbox' ? `${props.name}[]` : props.name}
                value={option.value}
                checked={chosen.includes(option.value)}
                aria-describedby={option.hint ? `${id}-note` : undefined}
              />
              <label for={id}>{option.label}</label>
              {option.hint && (
                <p class="hint choice-hint" id={`${id}-note`}>
                  {option.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
