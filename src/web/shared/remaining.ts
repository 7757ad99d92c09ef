import { countCharacters } from '../../kernel/text.js';
import { groupDigits } from '../../kernel/yen.js';

/** How many characters may still be typed; negative when there are too many. Blanks at the ends do not count. */
export const remainingIn = (typed: string, most: number): number => most - countCharacters(typed.trim());

export function remainingSentence(typed: string, most: number): string {
  const remaining = remainingIn(typed, most);
  return remaining >= 0
    ? `残り${groupDigits(remaining)}文字（${groupDigits(most)}文字まで）`
    : `${groupDigits(-remaining)}文字多くなっています（${groupDigits(most)}文字まで）`;
}
