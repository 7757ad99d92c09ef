/** A part of the story, the day on which it plays, and what it does at the given address. */
export interface Chapter {
  readonly day: string;
  readonly title: string;
  play(origin: string): Promise<void>;
}
