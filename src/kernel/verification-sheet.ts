/** One of the answers that a point offers. */
export interface PointOption {
  readonly id: string;
  readonly label: string;
}

/** One point of 検証: a question with answers to choose from; its reason is asked beside it. */
export interface VerificationPoint {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly options: readonly PointOption[];
}

/** What the organisation, the section and, where it is asked, the panel each say of a project at the end of a year. */
export interface VerificationSheet {
  /** Until when the opinions are asked for: days from the day after 額の確定. */
  readonly days: number;
  readonly article: string;
  /** The panel is asked as well. */
  readonly panel: boolean;
  readonly points: readonly VerificationPoint[];
  /** 今後の方向性: the last point of every sheet, and what is decided in the end. */
  readonly directions: readonly PointOption[];
}

/** The id of the last point; its options are the directions. */
export const DIRECTION = 'direction';

/** The question in which the reason of a point is given. */
export const reasonOf = (point: string): string => `${point}-reason`;

/** The points of a sheet in their order, the direction last. */
export const pointsOf = ({
  points,
  directions,
}: Pick<VerificationSheet, 'points' | 'directions'>): VerificationPoint[] => [
  ...points,
  { id: DIRECTION, label: '今後の方向性', hint: '', options: directions },
];
