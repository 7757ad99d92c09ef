import type { Direction } from '../../../records/index.js';
import { Button, VisuallyHidden } from '../../shared/index.js';

interface OrderButtonsProps {
  /** What is moved, for those who hear the buttons. */
  readonly what: string;
  /** The value of the act for each direction. */
  readonly value: (direction: Direction) => string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A place up, a place down, as buttons of the form around them. */
export const OrderButtons = ({ what, value, isFirst, isLast }: OrderButtonsProps) => (
  <span class="order-buttons">
    {!isFirst && (
      <Button kind="secondary" small name="act" value={value('up')}>
        上へ<VisuallyHidden>：{what}</VisuallyHidden>
      </Button>
    )}
    {!isLast && (
      <Button kind="secondary" small name="act" value={value('down')}>
        下へ<VisuallyHidden>：{what}</VisuallyHidden>
      </Button>
    )}
  </span>
);
