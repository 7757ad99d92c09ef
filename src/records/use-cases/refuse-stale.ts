import { DomainError } from '../../kernel/domain-error.js';

/**
 * `same` where what is kept already says this, as after a double click; throws stale where somebody else wrote
 * something else since `version`.
 */
export function refuseStale<Content extends object>(
  kept: Content & { readonly version: number },
  content: Content,
  version: number,
): 'same' | 'changed' {
  const fields = Object.keys(content) as (keyof Content)[];
  if (fields.every((field) => kept[field] === content[field])) return 'same';
  if (kept.version !== version) throw DomainError.stale();
  return 'changed';
}
