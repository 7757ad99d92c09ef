import { faultsInTownText, type Medium, type TownTexts } from '../../notices/index.js';
import { faultsInWords, trimmedWords, WORD_FIELDS, type TownWords } from '../../records/index.js';
import type { FaultBook } from '../faults.js';
import type { FolderFiles } from './folder-files.js';

/** `letters/<kind>.md`, `mails/<kind>.md`: what the town words otherwise than the house. */
export function readTexts(files: FolderFiles, medium: Medium, book: FaultBook): TownTexts {
  const texts = new Map<string, string>();
  for (const file of files.names(medium, '.md')) {
    const kind = file.slice(medium.length + 1, -'.md'.length);
    const text = files.text(file);
    if (text === null) continue;
    for (const { code, params } of faultsInTownText(medium, kind, text)) book.add(file, '', code, params);
    texts.set(kind, text);
  }
  return texts;
}

const pageOf = (field: keyof TownWords): string => `page/${field}.txt`;

/** `page/*.txt`: what the town says of itself; null where it says nothing, a blank where one text is left out. */
export function readTownPage(files: FolderFiles, book: FaultBook): TownWords | null {
  const texts = new Map(WORD_FIELDS.map((field) => [field, files.text(pageOf(field))]));
  if ([...texts.values()].every((text) => text === null)) return null;
  const text = (field: keyof TownWords): string => texts.get(field) ?? '';
  const words = trimmedWords({
    lead: text('lead'),
    summary: text('summary'),
    about: text('about'),
    applying: text('applying'),
    accessibility: text('accessibility'),
    privacy: text('privacy'),
  });
  for (const { pointer, code, params } of faultsInWords(words)) {
    book.add(pageOf(pointer as keyof TownWords), '', code, params);
  }
  return words;
}
