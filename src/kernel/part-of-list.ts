/** Which rows of a long list are wanted. */
export interface PartOfList {
  readonly from: number;
  readonly most: number;
}
