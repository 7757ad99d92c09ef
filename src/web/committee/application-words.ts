import type { SectionName } from '../../applications/index.js';
import { sectionOf } from '../../applications/index.js';
import { fieldId, type Viewer } from '../shared/index.js';

interface SectionWords {
  readonly name: SectionName;
  readonly title: string;
  readonly lead: string;
}

/** The parts of an application in the order of the journey. */
export const SECTION_WORDS: readonly SectionWords[] = [
  { name: 'plan', title: '年間の計画', lead: '今年度に何をするかを書きます。書いた内容は自動で保存されます。' },
  {
    name: 'budget',
    title: '収支予算書',
    lead: '一年間の収入と支出を書きます。収入の合計と支出の合計を同じ額にします。',
  },
  { name: 'files', title: '添付書類', lead: '書類があれば添えます。PDF、写真、Excel、Wordのファイルを送れます。' },
  { name: 'declarations', title: '誓約', lead: '一つずつ読み、同意するものに印を付けます。' },
];

export const sectionWords = (name: SectionName): SectionWords =>
  SECTION_WORDS.find((section) => section.name === name) ?? (SECTION_WORDS[0] as SectionWords);

/** The part that follows, or null after the last. */
export function sectionAfter(name: SectionName): SectionName | null {
  const place = SECTION_WORDS.findIndex((section) => section.name === name);
  return SECTION_WORDS[place + 1]?.name ?? null;
}

export const applicationPath = (id: string, ...rest: string[]): string =>
  ['committee/applications', id, ...rest].join('/');

/** The thread with the staff in charge about this application. */
export const messagesPath = (id: string): string => `committee/messages/${id}`;

/** Where a fault is mended: the page of its section, at its field. */
export const mendingHref = (
  viewer: Viewer,
  applicationId: string,
  pointer: string,
  section: SectionName = sectionOf(pointer),
): string => `${viewer.url(applicationPath(applicationId, section))}#${fieldId(pointer)}`;
