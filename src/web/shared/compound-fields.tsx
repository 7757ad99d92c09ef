import type { ComponentChildren } from 'preact';
import { FieldError, Requirement, type FieldProps } from './field-frame.js';
import { DateField, TextField } from './fields.js';
import { fieldId } from './field-name.js';
import { useFieldError } from './page-context.js';

/**
 * Several inputs that answer one question; a fault of the whole stands above them, and the summary's link leads here.
 * Without `required` each input says it for itself.
 */
export function CompoundField({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const id = fieldId(props.name);
  const error = useFieldError(props.name, props.error);
  const describedBy = [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset
      class={`field compound${error ? ' field-faulty' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy}
    >
      <legend class="field-label">
        {props.label} {props.required !== undefined && <Requirement required={props.required} />}
      </legend>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <FieldError id={`${id}-error`} message={error} />
      {children}
    </fieldset>
  );
}

/** From one day to another, sent as `name[from]` and `name[until]`. */
export function PeriodField(props: FieldProps & { from: string; until: string }) {
  const { name, required, from, until } = props;
  return (
    <CompoundField {...props} required={undefined}>
      <div class="compound-row">
        <DateField name={`${name}[from]`} label="始まりの日" required={required} value={from} />
        <DateField
          name={`${name}[until]`}
          label="終わりの日"
          hint="1日だけのときは、始まりの日と同じ日を書きます。"
          required={required}
          value={until}
        />
      </div>
    </CompoundField>
  );
}

/** A place that people can find, sent as `name[name]` and `name[address]`. */
export function PlaceField(props: FieldProps & { place: string; address: string }) {
  const { name, required, place, address } = props;
  return (
    <CompoundField {...props} required={undefined}>
      <TextField
        name={`${name}[name]`}
        label="場所の名前"
        hint="例：校区コミュニティセンター"
        required={required}
        value={place}
      />
      <TextField
        name={`${name}[address]`}
        label="住所"
        hint="わからないときは、近くの目印でもかまいません。"
        value={address}
      />
    </CompoundField>
  );
}
