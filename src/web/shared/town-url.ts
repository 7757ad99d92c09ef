/** `townUrl('ogori', 'staff/queue', { page: '2' })` → `/ogori/staff/queue?page=2`. */
export function townUrl(slug: string, path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
  return `/${slug}/${path.replace(/^\//, '')}${search}`;
}
