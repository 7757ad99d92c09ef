import { Checkbox, Hidden, Select, TableFrame, TextField, YenField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';

export interface RowField {
  readonly field: string;
  readonly label: string;
  /** A text unless told otherwise. */
  readonly kind?: 'yen' | 'select' | 'tick';
  readonly options?: readonly Choice[];
}

interface ProgramRowsProps {
  readonly values: FormValues;
  /** Dotted place in the document, e.g. `rule.terms`. */
  readonly path: string;
  readonly caption: string;
  readonly fields: readonly RowField[];
  /** Blank rows below; a row left blank is no row. */
  readonly spare: number;
  /** Rows with a code under which answers are stored carry it along unseen. */
  readonly coded?: boolean;
}

/** `rule.terms.0.yen` as the name of its field. */
export const htmlName = (path: string): string => path.replace(/\.([^.]+)/g, '[$1]');

/** A list of the document as a table of fields. */
export function ProgramRows({ values, path, caption, fields, spare, coded = true }: ProgramRowsProps) {
  const rows = Array.from({ length: values.count(path) + spare }, (_, index) => index);
  return (
    <TableFrame caption={`${caption}（入力欄）`}>
      <table class="table table-inputs">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {fields.map(({ field, label }) => (
              <th scope="col" key={field}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((index) => (
            <tr key={index}>
              {fields.map((field, column) => (
                <td key={field.field}>
                  {coded && column === 0 && (
                    <Hidden
                      name={htmlName(`${path}.${String(index)}.id`)}
                      value={values.text(`${path}.${String(index)}.id`)}
                    />
                  )}
                  <Cell
                    field={field}
                    path={`${path}.${String(index)}.${field.field}`}
                    place={`${caption}${String(index + 1)}行目`}
                    values={values}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Cell({ field, path, place, values }: { field: RowField; path: string; place: string; values: FormValues }) {
  const common = { name: htmlName(path), label: `${place}の${field.label}`, labelHidden: true };
  switch (field.kind) {
    case 'yen':
      return <YenField {...common} value={values.text(path)} />;
    case 'select':
      return <Select {...common} options={field.options ?? []} value={values.text(path)} prompt="なし" />;
    case 'tick':
      return <Checkbox name={common.name} label={field.label} checked={values.flag(path)} />;
    case undefined:
      return <TextField {...common} value={values.text(path)} />;
  }
}
