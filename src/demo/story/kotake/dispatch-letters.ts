import type { Hall } from '../decide.js';
import { went, type Troupe } from '../troupe.js';

/** Letters on paper that are drawn are posted, and it is written down on which day. */
export async function dispatchLetters(troupe: Troupe, { clerk }: Pick<Hall, 'clerk'>, on: string): Promise<void> {
  const list = went(await (await troupe.as(clerk)).get(troupe.path('staff/letters/dispatch')));
  if (list.$('input[name="letterIds[]"]').length === 0) return;
  const form = list.form('選んだ通知書の発送を記録する').tickAll('letterIds[]');
  went(await form.fill({ on, how: 'post' }).submit('選んだ通知書の発送を記録する'));
}
