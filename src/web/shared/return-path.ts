/**
 * The address to go on to after signing in: only a path inside the same town, otherwise the fallback.
 * A leading `//`, a backslash or a scheme would lead a person who trusts this site to another one.
 */
export function returnPath(candidate: unknown, townSlug: string, fallback: string): string {
  if (typeof candidate !== 'string' || candidate.length > 500) return fallback;
  if (!candidate.startsWith(`/${townSlug}/`) || /\\|\s|\p{Cc}|\/\//u.test(candidate)) return fallback;
  const parsed = new URL(candidate, 'http://town.invalid');
  const stays = parsed.host === 'town.invalid' && parsed.pathname.startsWith(`/${townSlug}/`);
  return stays ? parsed.pathname + parsed.search : fallback;
}
