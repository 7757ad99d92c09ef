import { BUDGET, journeyOf } from '../../applications/index.js';
import { REASON, type AmendmentDraft, type Change, type ChangePage } from '../../grant-changes/index.js';
import type { ProgramDocument } from '../../programs/index.js';
import { fieldId, type Crumb, type PageContent, type Viewer } from '../shared/index.js';
import { titleOf } from '../shared/change-words.js';
import { typedText } from '../shared/typed-text.js';
import { formSection, sectionWords } from './application-words.js';

export const changeUrl = (viewer: Viewer, id: string, ...rest: string[]): string =>
  viewer.url(['committee/changes', id, ...rest].join('/'));

/** The parts of an amendment in the order in which they are written. */
export const partsOf = (document: ProgramDocument): string[] => [REASON, ...journeyOf(document.form)];

export function partWords(document: ProgramDocument, name: string): { readonly title: string; readonly lead: string } {
  if (name === REASON) return { title: '変更の理由', lead: 'なぜ変えるのかを書きます。' };
  if (name === BUDGET) {
    const lead = 'いまの収支予算書が入っています。変えるところだけを直します。収入の合計と支出の合計を同じ額にします。';
    return { title: '収支予算書', lead };
  }
  return { title: sectionWords(document, name).title, lead: 'いまの内容が入っています。変えるところだけを直します。' };
}

export function partAfter(document: ProgramDocument, name: string): string | null {
  const parts = partsOf(document);
  return parts[parts.indexOf(name) + 1] ?? null;
}

/** The part in which a fault is mended, or null where no field brings it about. */
export function partOf({ amended: { document } }: AmendmentDraft, pointer: string): string | null {
  const [first, question = ''] = pointer.split('.');
  if (first === 'reason' || first === 'increase') return REASON;
  if (first === BUDGET) return BUDGET;
  return document.form.find(({ questions }) => questions.some(({ id }) => id === question))?.id ?? null;
}

export const mendingHref = (viewer: Viewer, { change }: AmendmentDraft, part: string, pointer: string): string =>
  `${changeUrl(viewer, change.id, 'parts', part)}#${fieldId(pointer)}`;

/** What the form of the reason holds, by its fields; blank ones are none. */
export const typedReason = (body: unknown, names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [name, typedText(body, name)] as const).filter(([, text]) => text.trim() !== ''));

export const AMENDMENT_REASON = ['reason', 'increase'] as const;
export const DISCONTINUATION_REASON = ['reason', 'effective', 'spent'] as const;

export const isWritten = ({ state }: Change): boolean => state === 'drafting' || state === 'returned';

export const knownSection = ({ amended: { document } }: AmendmentDraft, name: string) => formSection(document, name);

/** Title and way back of the pages of one change. */
export function frameOf(
  viewer: Viewer,
  { change, grant }: Pick<ChangePage, 'change' | 'grant'>,
): Omit<PageContent, 'body' | 'breadcrumb'> & { readonly breadcrumb: readonly Crumb[] } {
  const title = titleOf(change);
  return {
    title,
    breadcrumb: [
      { label: '交付決定のあと', href: viewer.url('committee/grants') },
      { label: grant.programName, href: viewer.url(`committee/grants/${grant.id}`) },
      { label: title },
    ],
  };
}
