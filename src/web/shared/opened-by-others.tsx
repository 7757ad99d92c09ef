import { timeInJapan } from '../../kernel/local-date.js';
import type { Opening } from '../../staff/index.js';
import { Notice } from './feedback.js';
import type { Viewer } from './viewer.js';

interface OpenedProps {
  readonly viewer: Viewer;
  /** What is open: `application`, `draft`, and its id. */
  readonly kind: string;
  readonly id: string;
  readonly others: readonly Opening[];
  /** この審査, この起案. */
  readonly what: string;
}

/** Who else has this page's case open: told when it is loaded, and with scripts every minute (`client/openings.ts`). */
export const OpenedByOthers = ({ viewer, kind, id, others, what }: OpenedProps) => (
  <div class="screen-only" role="status" data-openings={viewer.url(`staff/openings/${kind}/${id}`, { what })}>
    <Colleagues others={others} what={what} />
  </div>
);

export const Colleagues = ({ others, what }: Pick<OpenedProps, 'others' | 'what'>) => (
  <>
    {others.map(({ name, openedAt }) => (
      <Notice
        tone="warning"
        title={`${name}さんが${wallClock(openedAt)}から${what}を開いています`}
        key={`${name}${openedAt.toISOString()}`}
      >
        <p>先に保存や承認をした人の内容が残り、後の人は入力し直すことになります。声をかけてから進めてください。</p>
      </Notice>
    ))}
  </>
);

/** `午前10時5分`, `午後0時`. */
function wallClock(at: Date): string {
  const [hour = 0, minute = 0] = timeInJapan(at).split(':').map(Number);
  return `${hour < 12 ? '午前' : '午後'}${String(hour % 12)}時${minute === 0 ? '' : `${String(minute)}分`}`;
}
