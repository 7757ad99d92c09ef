/** Who publishes, as the files name it. */
export interface Publisher {
  readonly name: string;
  readonly prefecture: string;
  /** 全国地方公共団体コード. */
  readonly code: string;
  /** Where the town's public pages begin, without a slash at the end. */
  readonly address: string;
  readonly licence: string;
}
