/** What was typed into a field, to be shown again, whatever else was wrong with the form. */
export function typedText(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}
