import type { CarriedDraft, LeftText } from './carry-draft.js';
import { type FormSection, readAnswer, type SectionName, type Sections, splitField } from '../../forms/index.js';

/**
 * What a page of an older edition brings for questions that have moved to other sections since: told in words where it
 * differs from what is kept there, because only the page's own section is written.
 */
export function leftOfMoved(
  form: readonly FormSection[],
  own: SectionName,
  { sections }: Pick<CarriedDraft, 'sections'>,
  kept: Sections,
): LeftText[] {
  return form
    .filter(({ id }) => id !== own)
    .flatMap(({ id, title, questions }) => {
      const [brought, there] = [sections.get(id)?.fields ?? [], kept.get(id)?.fields];
      const differing = new Map([...brought].filter(([field, text]) => there?.get(field) !== text));
      return questions.flatMap((question): LeftText[] => {
        const written = [...differing].some(([field]) => splitField(field).question === question.id);
        if (!written || question.kind === 'file' || question.kind === 'declaration') return [];
        const { words } = readAnswer(question, differing);
        return words === '' ? [] : [{ section: title, label: question.label, text: words, writtenBy: '' }];
      });
    });
}
