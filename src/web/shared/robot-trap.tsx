import { DomainError } from '../../kernel/domain-error.js';

const NAME = 'homepage';

/** A field that people neither see nor reach, and programmes that fill in every form do. Read by `refuseRobots`. */
export const RobotTrap = () => (
  <div class="visually-hidden" aria-hidden="true">
    <label for={`${NAME}-trap`}>この欄には何も入力しないでください</label>
    <input id={`${NAME}-trap`} type="text" name={NAME} tabIndex={-1} autocomplete="off" />
  </div>
);

/**
 * Throws DomainError `common.trapped` when the trap was filled in. The page then shows what was typed with an empty trap:
 * a person whose browser filled it in presses once more.
 */
export function refuseRobots(body: unknown): void {
  const filled = (body as Readonly<Record<string, unknown>> | undefined)?.[NAME];
  if (filled !== undefined && filled !== '') throw new DomainError('common.trapped');
}
