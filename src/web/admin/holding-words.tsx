import type { LocalDate } from '../../kernel/local-date.js';
import type { Holding } from '../../staff/index.js';
import { Day } from '../shared/index.js';

/** `令和8年4月1日から` or `… から … まで`. */
export function periodOf({ fromOn, untilOn }: Pick<Holding, 'fromOn' | 'untilOn'>) {
  return (
    <>
      <Day date={fromOn} />
      から
      {untilOn && (
        <>
          <Day date={untilOn} />
          まで
        </>
      )}
    </>
  );
}

/** Whether its end can still be set: it runs today or begins later. */
export const isStillHeld = ({ untilOn }: Pick<Holding, 'untilOn'>, today: LocalDate): boolean =>
  untilOn === null || today <= untilOn;
