import type { RecordEdition } from '../../../disclosure/index.js';

/** What names a page's facts: the public record and the day, by which the present year is offered. */
export const editionOf = ({ tag, today }: RecordEdition): string => `${tag} ${today}`;
