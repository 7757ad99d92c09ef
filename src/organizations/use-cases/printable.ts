import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { uncoveredCharacters } from '../../platform/pdf/index.js';

/** Names and addresses will stand on letters. Throws `organizations.not-printable` at the field of each that no font can show. */
export function refuseUnprintable(texts: Readonly<Record<string, string>>): void {
  const faults: Fault[] = [];
  for (const [pointer, text] of Object.entries(texts)) {
    const characters = uncoveredCharacters(text);
    if (characters.length === 0) continue;
    faults.push({ pointer, code: 'organizations.not-printable', params: { characters: characters.join(' ') } });
  }
  refuseWhenFaulty(faults);
}
