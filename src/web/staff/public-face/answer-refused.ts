import type { DomainError } from '../../../kernel/domain-error.js';
import { page, type PageContent, type PageResult, type Viewer } from '../../shared/index.js';

/** The page again after a refusal: with its faults, or beside what somebody else saved. */
export function answerRefused(viewer: Viewer, content: PageContent, error: DomainError | null): PageResult {
  if (!error) return page(viewer, content);
  return page(viewer, { ...content, errors: error }, error.kind === 'invalid' ? 422 : 409);
}
