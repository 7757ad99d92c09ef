/**
 * The HTML name of a field. Domain faults may point in dotted form (`lines[2].amount`, `lines.2.amount`);
 * forms use brackets (`lines[2][amount]`), which is what the pointer of every shown fault becomes.
 */
export function fieldName(pointer: string): string {
  const [first = '', ...rest] = pointer.split(/[.[\]]+/).filter((part) => part !== '');
  return first + rest.map((part) => `[${part}]`).join('');
}

/** The `id` of the field of that name, so that an error summary can link to it. */
export const fieldId = (name: string): string =>
  `f-${fieldName(name)
    .replace(/[[\]]+/g, '-')
    .replace(/-$/, '')}`;
