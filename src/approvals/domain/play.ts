import type { Act, Moment } from './act.js';
import type { Draft } from './draft.js';
import { hold, map, recast, resubmit } from './play-cases.js';
import { approve, deputise, differ, pullBack, read, reject, seal, sendBack, withdraw } from './play-route.js';
import { acknowledge, answer, ask, attach, remark, review } from './play-words.js';

/**
 * The whole of 決裁: the draft as the act leaves it, with the act in its record. Throws the refusal; gives back the very
 * same draft when the act repeats one that stands (a second click). Everything that is not the draft comes in `moment`.
 */
export function play(draft: Draft, act: Act, moment: Moment): Draft {
  switch (act.kind) {
    case 'approve':
      return approve(draft, act, moment);
    case 'differ':
      return differ(draft, act, moment);
    case 'deputise':
      return deputise(draft, act, moment);
    case 'send-back':
      return sendBack(draft, act, moment);
    case 'reject':
      return reject(draft, act, moment);
    case 'pull-back':
      return pullBack(draft, act, moment);
    case 'resubmit':
      return resubmit(draft, act, moment);
    case 'withdraw':
      return withdraw(draft, act, moment);
    case 'hold':
      return hold(draft, act, moment);
    case 'recast':
      return recast(draft, act, moment);
    case 'remark':
      return remark(draft, act, moment);
    case 'ask':
      return ask(draft, act, moment);
    case 'answer':
      return answer(draft, act, moment);
    case 'attach':
      return attach(draft, act, moment);
    case 'acknowledge':
      return acknowledge(draft, act, moment);
    case 'review':
      return review(draft, act, moment);
    case 'read':
      return read(draft, act, moment);
    case 'map':
      return map(draft, act, moment);
    case 'seal':
      return seal(draft, act, moment);
  }
}
