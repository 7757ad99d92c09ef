import { expect, it } from '@jest/globals';

/** A chapter takes a few seconds; machines that build other things at the same time take their time. */
export const CHAPTER_MS = 300_000;

/** A chapter cannot be played when one before it went wrong: it says so instead of failing in its own odd way. */
export function openBook(): (title: string, play: () => Promise<void>) => void {
  let broken = false;
  return (title, play) => {
    const played = async (): Promise<void> => {
      expect({ brokenOffBefore: broken }).toEqual({ brokenOffBefore: false });
      broken = true;
      await play();
      broken = false;
    };
    it(title, played, CHAPTER_MS);
  };
}
