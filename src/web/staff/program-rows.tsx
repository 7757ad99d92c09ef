import {
  Button,
  Checkbox,
  Hidden,
  Select,
  TableFrame,
  TextArea,
  TextField,
  VisuallyHidden,
  YenField,
  type Choice,
} from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import type { RowActKind } from './program-row-act.js';

export interface RowField {
  readonly field: string;
  readonly label: string;
  /** A text unless told otherwise. */
  readonly kind?: 'yen' | 'number' | 'long' | 'rate' | 'select' | 'tick';
  readonly options?: readonly Choice[];
  /** What a select offers beside its options; without one, something must be chosen. */
  readonly prompt?: string;
}

interface ProgramRowsProps {
  readonly values: FormValues;
  /** Dotted place in the document, e.g. `budget.income`. */
  readonly path: string;
  readonly caption: string;
  readonly fields: readonly RowField[];
  /** Rows with a code under which answers are stored carry it along unseen. */
  readonly coded?: boolean;
  /** A stored list ends with a blank row; without it an empty one is a button. */
  readonly spare?: boolean;
}

/** `rule.terms.0.yen` as the name of its field. */
export const htmlName = (path: string): string => path.replace(/\.([^.]+)/g, '[$1]');

/** Where the page comes back to after a button of the list. */
const placeOf = (path: string): string => `rows-${path.replace(/\./g, '-')}`;

/** A list of the document as a table of fields; its rows are moved, taken out and added by buttons that save nothing. */
export function ProgramRows({ values, path, caption, fields, coded = true, spare = true }: ProgramRowsProps) {
  const stored = values.count(path);
  const rows = Array.from({ length: values.typed || !spare ? stored : stored + 1 }, (_, index) => index);
  return (
    <div id={placeOf(path)}>
      {rows.length > 0 && (
        <TableFrame caption={`${caption}（入力欄）`} cards>
          <table class="table table-inputs">
            <caption>{caption}</caption>
            <thead>
              <tr>
                {fields.map(({ field, label }) => (
                  <th scope="col" key={field}>
                    {label}
                  </th>
                ))}
                <th scope="col">
                  <VisuallyHidden>行の移動と削除</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((index) => (
                <Row
                  values={values}
                  path={`${path}.${String(index)}`}
                  place={`${caption}${String(index + 1)}行目`}
                  fields={fields}
                  coded={coded}
                  first={index === 0}
                  last={index === rows.length - 1}
                  key={index}
                />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      <Button kind="secondary" small name="act" value={`add:${path}`} formAction={`#${placeOf(path)}`}>
        <AddWords caption={caption} empty={rows.length === 0} />
      </Button>
    </div>
  );
}

const AddWords = ({ caption, empty }: { caption: string; empty: boolean }) =>
  empty ? (
    <>{caption}を加える</>
  ) : (
    <>
      行を加える<VisuallyHidden>：{caption}</VisuallyHidden>
    </>
  );

interface RowProps extends Pick<ProgramRowsProps, 'values' | 'path' | 'fields'> {
  readonly place: string;
  readonly coded: boolean;
  readonly first: boolean;
  readonly last: boolean;
}

function Row({ values, path, place, fields, coded, first, last }: RowProps) {
  return (
    <tr>
      {fields.map((field, column) => (
        <td data-label={field.label} key={field.field}>
          {coded && column === 0 && <Hidden name={htmlName(`${path}.id`)} value={values.text(`${path}.id`)} />}
          <Cell field={field} path={`${path}.${field.field}`} place={place} values={values} />
        </td>
      ))}
      <td class="row-acts">
        {!first && <RowButton act="up" path={path} words="上へ" place={place} />}
        {!last && <RowButton act="down" path={path} words="下へ" place={place} />}
        <RowButton act="remove" path={path} words="消す" place={place} />
      </td>
    </tr>
  );
}

const RowButton = ({ act, path, words, place }: { act: RowActKind; path: string; words: string; place: string }) => (
  <Button
    kind="quiet"
    small
    name="act"
    value={`${act}:${path}`}
    formAction={`#${placeOf(path.split('.').slice(0, -1).join('.'))}`}
  >
    {words}
    <VisuallyHidden>：{place}</VisuallyHidden>
  </Button>
);

function Cell({ field, path, place, values }: { field: RowField; path: string; place: string; values: FormValues }) {
  const common = { name: htmlName(path), label: `${place}の${field.label}`, labelHidden: true };
  switch (field.kind) {
    case 'yen':
      return <YenField {...common} value={values.text(path)} />;
    case 'number':
      return <TextField {...common} size="short" inputMode="numeric" value={values.text(path)} />;
    case 'long':
      return <TextArea {...common} rows={2} value={values.text(path)} />;
    case 'rate':
      return <TextField {...common} size="short" value={values.rate(path)} />;
    case 'select':
      return <Select {...common} options={field.options ?? []} value={values.text(path)} prompt={field.prompt} />;
    case 'tick':
      return <Checkbox name={common.name} label={field.label} checked={values.flag(path)} />;
    case undefined:
      return <TextField {...common} value={values.text(path)} />;
  }
}
