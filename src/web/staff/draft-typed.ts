/** What somebody typed into one of the forms of the draft's page, kept when the act was refused. */
export interface TypedAct {
  readonly form: string;
  readonly values: unknown;
}

const fieldsOf = ({ values }: TypedAct): Readonly<Record<string, unknown>> =>
  typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};

/** What was typed into a field of this form; undefined when the form was not sent. */
export function typedIn(typed: TypedAct | undefined, form: string, field: string): string | undefined {
  if (typed?.form !== form) return undefined;
  const value = fieldsOf(typed)[field];
  return typeof value === 'string' ? value : '';
}

/** What was ticked. */
export function tickedIn(typed: TypedAct | undefined, form: string, field: string): readonly string[] | undefined {
  if (typed?.form !== form) return undefined;
  const value = fieldsOf(typed)[field];
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
